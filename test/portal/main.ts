/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals */
import { parseArgs } from 'node:util';
import { type PortalOptions, startPortal } from './portal';

/**
 * The portal as a process of its own: `node --import tsx test/portal/main.ts --port 0 --options '{"scope":["bizproc"]}'`.
 * Prints one line of JSON with its addresses and runs until it is told to stop, or, `--with-parent`, until its
 * standard input ends.
 */
async function main(): Promise<void> {
	const { values } = parseArgs({
		options: {
			port: { type: 'string', default: '0' },
			options: { type: 'string', default: '{}' },
			'with-parent': { type: 'boolean', default: false },
		},
	});
	const options = JSON.parse(values.options) as PortalOptions;
	const portal = await startPortal({ ...options, port: Number(values.port) });
	const { url, webhookUrl, oauth } = portal;
	const { clientId, clientSecret } = oauth.application;
	const addresses = { url, webhookUrl, control: `${url}/stand-in/` };
	process.stdout.write(
		`${JSON.stringify({ ...addresses, oauth: { url: oauth.url, clientId, clientSecret } })}\n`,
	);

	const stop = () => void portal.stop().then(() => process.exit());
	process.once('SIGTERM', stop).once('SIGINT', stop);
	if (values['with-parent']) process.stdin.resume().once('end', stop).once('close', stop);
}

void main();
