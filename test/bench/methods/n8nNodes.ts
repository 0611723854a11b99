/* eslint-disable @n8n/community-nodes/no-restricted-imports */
import { createRequire } from 'node:module';
import type { INodeType, VersionedNodeType } from 'n8n-workflow';

const fromN8n = createRequire(require.resolve('../../n8n/package.json'));

/** A node of n8n itself, in its newest version, from the n8n that test/n8n/install.ts installs. */
export function n8nNode(folder: string): INodeType {
	const file = fromN8n(`n8n-nodes-base/dist/nodes/${folder}/${folder}.node.js`) as Record<
		string,
		new () => INodeType | VersionedNodeType
	>;
	const node = new file[folder]();
	return 'getNodeType' in node ? node.getNodeType() : node;
}
