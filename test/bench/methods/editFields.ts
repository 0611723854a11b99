import { openNode, type NodeSettings } from './inEngine';
import type { Method, MethodOptions } from './method';
import { n8nNode } from './n8nNodes';

const TYPE = 'n8n-nodes-base.set';

const field = (name: string, value: string) => ({ id: name, name, value, type: 'string' });

/** What n8n itself needs to work out the same two expressions for each item: its node Edit Fields, and no request. */
export async function editFields(options: MethodOptions): Promise<Method> {
	const settings: NodeSettings = {
		type: TYPE,
		typeVersion: 3.4,
		parameters: {
			assignments: {
				assignments: [field('token', '={{ $json.eventToken }}'), field('text', '={{ $json.message }}')],
			},
			options: {},
		},
	};
	const run = await openNode(options, settings, { [TYPE]: n8nNode('Set') });
	return {
		async write(items) {
			const out = await run(items);
			if (out.at(-1)?.json.text !== items.at(-1)?.message) throw new Error('Edit Fields did not work.');
			return 0;
		},
	};
}
