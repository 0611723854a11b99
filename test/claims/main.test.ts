/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-dangerous-functions */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { connectPortal, type RemotePortal } from '../portal/remote';

/** `npm run check:portal` as a program of its own, against a portal that is another one. */

const children: ChildProcess[] = [];
afterAll(() => children.forEach((child) => child.kill('SIGKILL')));

function run(program: string, args: string[] = [], environment: Record<string, string> = {}) {
	const child = spawn(process.execPath, ['--import', 'tsx', join(__dirname, program), ...args], {
		stdio: ['pipe', 'pipe', 'pipe'],
		env: { PATH: process.env.PATH, ...environment },
	});
	children.push(child);
	return child;
}

async function ended(child: ReturnType<typeof run>): Promise<{ code: number; text: string }> {
	let text = '';
	for (const stream of [child.stdout, child.stderr]) stream.on('data', (words) => (text += String(words)));
	const [code] = (await once(child, 'close')) as [number];
	return { code, text };
}

let portal: RemotePortal;
let environment: Record<string, string>;
beforeAll(async () => {
	const child = run('../portal/main.ts', ['--with-parent']);
	const [line] = (await once(createInterface(child.stdout), 'line')) as [string];
	const { url, webhookUrl } = JSON.parse(line) as { url: string; webhookUrl: string };
	portal = connectPortal(url);
	environment = {
		BITRIX24_WEBHOOK: webhookUrl,
		BITRIX24_ACCESS_TOKEN: (await portal.issueTokens()).access_token,
		BITRIX24_EVENT_TOKEN: (await portal.startWorkflow()).eventToken,
	};
});

it('agrees with the stand-in portal, leaves nothing behind and tells no secret', async () => {
	const { code, text } = await ended(run('main.ts', ['--yes'], environment));
	expect(text).toMatch(/^\d+ claims: \d+ agree, 0 differ, 4 could not be tried\.$/m);
	expect(code).toBe(0);
	expect(await portal.registered()).toEqual([]);
	const secret = environment.BITRIX24_WEBHOOK.split('/').at(-2)!;
	for (const hidden of [
		secret,
		environment.BITRIX24_ACCESS_TOKEN,
		environment.BITRIX24_EVENT_TOKEN,
		'127.0.0.1:',
	]) {
		expect(text.replaceAll('127.0.0.1:5678', '')).not.toContain(hidden);
	}
});

it('creates nothing when nobody was there to say yes, and ends with 1 when something differs', async () => {
	await portal.clear();
	await portal.fault({ kind: 'refuse', status: 400, code: 'ERROR_CORE', method: 'server.time' });
	const { code, text } = await ended(run('main.ts', [], environment));
	expect(code).toBe(1);
	expect(text).toContain('1 differ');
	const asked = await portal.requests();
	expect(
		asked.some(({ method, authorization }) => /\.add$/.test(method) && authorization !== 'webhook'),
	).toBe(false);
});

it('ends with 2 and a sentence when there is nothing to ask', async () => {
	const { code, text } = await ended(run('main.ts'));
	expect(code).toBe(2);
	expect(text).toContain('BITRIX24_WEBHOOK: The Webhook URL is empty.');
});
