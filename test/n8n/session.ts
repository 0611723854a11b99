/* eslint-disable @n8n/community-nodes/no-restricted-imports */
import axios, { type AxiosError, type AxiosInstance } from 'axios';
import { Agent } from 'node:http';
import { until } from './until';

/** Who the n8n of the demo and the tests belongs to. It listens on this machine only. */
export const owner = {
	email: 'builder@example.com',
	password: 'Bizproc-log-1',
	firstName: 'Bizproc',
	lastName: 'Builder',
};

/** n8n's own interface, the one its editor uses, as the signed-in owner. Addresses are relative to /rest. */
export type Session = AxiosInstance;

/** Signs in as the owner, who is set up first in a new n8n. */
export async function signIn(url: string): Promise<Session> {
	const door = client(url);
	// Older n8n says that it is ready a moment before it answers here.
	const { data } = await until(
		'n8n to answer',
		60,
		async () => await door.get('/settings').catch(() => undefined),
	);
	const isNew = data.data.userManagement.showSetupOnFirstLoad;
	const { headers } = isNew
		? await door.post('/owner/setup', owner)
		: await door.post('/login', { emailOrLdapLoginId: owner.email, password: owner.password });
	const cookies = headers['set-cookie'] ?? [];
	return client(url, cookies.map((cookie) => cookie.split(';')[0]).join('; '));
}

/** For somebody who signed in before, or, without a cookie, for anybody. */
export function client(url: string, cookie?: string): Session {
	const session = axios.create({
		baseURL: `${url}/rest`,
		headers: cookie ? { cookie } : {},
		proxy: false,
		// Node would keep connections for everybody, and each test file would hang another listener on them.
		httpAgent: new Agent({ keepAlive: false }),
	});
	session.interceptors.response.use(undefined, (error: AxiosError<{ message?: string }>) => {
		const { config, response } = error;
		const answer = response?.data?.message ?? error.message;
		throw new Error(`n8n refused ${config?.method} ${config?.url}: ${answer}`);
	});
	return session;
}
