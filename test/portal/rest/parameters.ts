/* eslint-disable @n8n/community-nodes/no-restricted-imports */
import type { IncomingMessage } from 'node:http';
import { isPhpArray, newPhpArray } from '../php/array';
import { parseStr } from '../php/parseStr';

export async function readBody(request: IncomingMessage): Promise<string> {
	const chunks: Buffer[] = [];
	for await (const chunk of request) chunks.push(chunk as Buffer);
	return Buffer.concat(chunks).toString('utf8');
}

/** Query and body merged; the body wins. */
export function readParameters(
	verb: string | undefined,
	contentType: string,
	query: string,
	body: string,
): Record<string, unknown> {
	const mediaType = contentType.split(';', 1)[0].trim().toLowerCase();
	const fromBody = verb === 'POST' ? readPosted(mediaType, body) : {};
	return Object.assign(newPhpArray(), parseStr(query), fromBody);
}

/** Only this very media type is read as JSON, and broken JSON is no parameters, without an error. */
function readPosted(mediaType: string, body: string): object {
	if (mediaType === 'application/x-www-form-urlencoded') return parseStr(body);
	if (mediaType !== 'application/json') return {};
	try {
		const parsed: unknown = JSON.parse(body);
		return isPhpArray(parsed) ? parsed : {};
	} catch {
		return {};
	}
}
