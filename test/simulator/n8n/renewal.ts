/* eslint-disable @n8n/community-nodes/require-node-api-error -- plays n8n, which passes its errors on */
import { NodeOperationError } from 'n8n-workflow';
import type { Setting } from './context';
import { AuthorizationError } from './authorizationServer';
import { whileAlive } from './n8nProcess';

/** n8n's `refreshOAuth2Token`: one renewal of several at the same time, none where another has brought a new access. */
export async function renewal({ installation, process, attempt }: Setting, type: string): Promise<unknown> {
	const index = attempt.node.credential;
	const credential = installation.credentials[index];
	await installation.readCredential(attempt.node, type);
	const running = process.renewing.get(index) ?? credential.renew();
	process.renewing.set(index, running);
	try {
		await whileAlive(process, running);
	} catch (error) {
		if (!(error instanceof AuthorizationError) || error.code !== 'EAUTH') throw error;
		throw new NodeOperationError(
			installation.nodes[attempt.nodeIndex],
			'The credential "c" needs to be reconnected.',
		);
	} finally {
		process.renewing.delete(index);
	}
	return credential.read().oauthTokenData;
}
