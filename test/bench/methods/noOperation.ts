import { openNode } from './inEngine';
import type { Method, MethodOptions } from './method';

/** The engine alone: what n8n itself needs to hand the same items to a node that does nothing. */
export async function noOperation(options: MethodOptions): Promise<Method> {
	const run = await openNode(options, { type: 'n8n-nodes-base.noOp', typeVersion: 1, parameters: {} });
	return {
		async write(items) {
			await run(items);
			return 0;
		},
	};
}
