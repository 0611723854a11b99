import { openNode, type NodeSettings } from './inEngine';
import { LOG_METHOD, type Method, type MethodOptions } from './method';
import { n8nNode } from './n8nNodes';

/** n8n's HTTP Request node in n8n's own engine: it starts one call for each item, all at the same time. */
export async function allAtOnce(options: MethodOptions): Promise<Method> {
	const type = 'n8n-nodes-base.httpRequest';
	const settings: NodeSettings = {
		type,
		typeVersion: 4.2,
		parameters: {
			method: 'POST',
			url: `${options.webhookUrl}${LOG_METHOD}`,
			sendBody: true,
			bodyParameters: {
				parameters: [
					{ name: 'EVENT_TOKEN', value: '={{ $json.eventToken }}' },
					{ name: 'LOG_MESSAGE', value: '={{ $json.message }}' },
				],
			},
		},
		onError: 'continueRegularOutput',
	};
	const run = await openNode(options, settings, { [type]: n8nNode('HttpRequest') });
	return { write: async (items) => (await run(items)).filter(({ json }) => json.result === true).length };
}
