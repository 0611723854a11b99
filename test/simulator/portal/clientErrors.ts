import { AxiosError } from 'axios';
import type { Fault } from '../drawing/faults';
import type { Reply } from './reply';

/** As n8n's HTTP client throws it: with the address and the headers, and so with the secrets. */
export function errorOf(
	code: string,
	{ url, headers, body }: { url: string; headers: Record<string, string>; body: unknown },
	reply?: Reply,
	more: object = {},
): AxiosError {
	const config = { url, headers, data: body, method: 'post' } as never;
	const response = reply && { status: reply.status, headers: reply.headers, data: reply.body, config };
	return Object.assign(new AxiosError(messageOf(code, reply), code, config, {}, response as never), more);
}

function messageOf(code: string, reply: Reply | undefined): string {
	if (reply) return `Request failed with status code ${reply.status}`;
	return code === 'ERR_CANCELED' ? 'canceled' : code;
}

/** The client of an authorization server that cannot be reached. */
export const unreachable = (code: string, url: string): AxiosError =>
	errorOf(code, { url, headers: {}, body: 'client_secret=…' });

/** Where a redirect leads that is none of a renamed portal. */
export function locationOf(to: (Fault & { kind: 'redirect' })['to'], url: string): Record<string, unknown> {
	switch (to) {
		case 'page':
			return { location: `${new URL(url).origin}/auth/?login=yes` };
		case 'plain':
			return { location: url.replace('https:', 'http:').replace('//', '//new-') };
		case 'otherPath':
			return { location: 'https://elsewhere.example/' };
		case 'nonsense':
			return { location: 'https://[' };
		case 'nothing':
			return {};
	}
}
