/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-dangerous-functions */
import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { get } from './http/client';
import { connectPortal } from './remote';

let child: ChildProcessByStdio<Writable, Readable, null>;
afterEach(() => child.kill('SIGKILL'));

/** Starts the process and resolves to the addresses it prints. */
const start = async (...args: string[]) => {
	child = spawn(process.execPath, ['--import', 'tsx', join(__dirname, 'main.ts'), ...args], {
		stdio: ['pipe', 'pipe', 'inherit'],
	});
	const [line] = (await once(createInterface(child.stdout), 'line')) as [string];
	return JSON.parse(line);
};

it('prints its addresses, takes options, and stops when told', async () => {
	const { url, webhookUrl, control, oauth } = await start('--options', '{"scope":["crm"]}');
	expect((await get(`${webhookUrl}scope`)).data.result).toEqual(['crm']);
	expect(control).toBe(`${url}/stand-in/`);
	expect(await connectPortal(url).describe()).toMatchObject({
		oauth: {
			url: oauth.url,
			application: { clientId: oauth.clientId, clientSecret: oauth.clientSecret },
		},
	});
	child.kill('SIGTERM');
	expect(await once(child, 'exit')).toEqual([0, null]);
	await expect(get(url)).rejects.toMatchObject({ code: 'ECONNREFUSED' });
});

it('ends with its parent when it was asked to', async () => {
	await start('--with-parent');
	child.stdin.end();
	expect(await once(child, 'exit')).toEqual([0, null]);
});
