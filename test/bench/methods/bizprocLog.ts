import type { OnError } from 'n8n-workflow';
import { openNode } from './inEngine';
import type { Method, MethodOptions } from './method';

/** The built node in n8n's own engine. */
const open =
	(onError: OnError) =>
	async (options: MethodOptions): Promise<Method> => {
		const run = await openNode(options, {
			type: 'n8n-nodes-bitrix24-bizproc.bizprocLog',
			typeVersion: 1,
			parameters: { eventToken: '={{ $json.eventToken }}', message: '={{ $json.message }}' },
			onError,
		});
		return {
			write: async (items) => (await run(items)).filter(({ json }) => json.bizprocLog !== undefined).length,
		};
	};

/** On Error = Continue: batches may be in flight in parallel. */
export const bizprocLog = open('continueRegularOutput');

/** On Error = Stop Workflow: as a plain loop would. */
export const bizprocLogStopping = open('stopWorkflow');
