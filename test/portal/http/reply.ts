/* eslint-disable @n8n/community-nodes/no-restricted-imports */
import { type ServerResponse, STATUS_CODES } from 'node:http';
import { encodeJson } from '../php/json';
import type { Refusal } from '../rest/errors';

/** What the portal is about to say. */
export interface Reply {
	status: number;
	headers?: Record<string, string>;
	text: string;
}

const HEADERS = {
	'Content-Type': 'application/json; charset=utf-8',
	'Access-Control-Allow-Origin': '*',
	'X-Content-Type-Options': 'nosniff',
};

/** JSON as the portal encodes it. */
export function json(status: number, body: unknown, headers: Record<string, string> = {}): Reply {
	return { status, headers: { ...HEADERS, ...headers }, text: encodeJson(body) };
}

export function success(result: unknown, time: Record<string, unknown>): Reply {
	return json(200, { result, time });
}

export function refusal({ status, body, extra }: Refusal): Reply {
	return json(status, body, extra.headers);
}

/** The page of a web server in front of the portal, not of the portal. */
export function html(status: number, headers: Record<string, string> = {}): Reply {
	const title = `${status} ${STATUS_CODES[status] ?? ''}`;
	const text = `<html><head><title>${title}</title></head><body><center><h1>${title}</h1></center></body></html>`;
	return { status, headers: { 'Content-Type': 'text/html; charset=utf-8', ...headers }, text };
}

export function send(response: ServerResponse, { status, headers, text }: Reply): void {
	response.writeHead(status, { ...headers, 'Content-Length': Buffer.byteLength(text) });
	response.end(text);
}
