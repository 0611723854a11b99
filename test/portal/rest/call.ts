/* eslint-disable @n8n/community-nodes/no-restricted-imports */
import type { IncomingMessage } from 'node:http';
import { type BatchCommand, readCommands } from '../batch/batch';
import { splitQuery } from '../http/query';
import type { RequestRecord } from '../records';
import { readAddress } from './address';
import { type Credentials, takeCredentials } from './authorization';
import { readBody, readParameters } from './parameters';
import { preciseNow } from './time';

/** One HTTP request, read: what is asked, by whom, and its record. */
export interface Call {
	method: string;
	params: Record<string, unknown>;
	credentials: Credentials;
	/** Of a batch; null for any other method. */
	batch: Array<BatchCommand | undefined> | null;
	record: RequestRecord;
}

export async function readCall(request: IncomingMessage): Promise<Call> {
	const startedAt = preciseNow();
	const { path, query } = splitQuery(request.url!);
	const contentType = request.headers['content-type'] ?? '';
	const body = await readBody(request);
	const params = readParameters(request.method, contentType, query, body);
	const address = readAddress(path);
	const credentials = takeCredentials(request.headers, params, address);
	const method = address.method.toLowerCase();
	const batch = method === 'batch' ? readCommands(params) : null;
	const record: RequestRecord = {
		...{ method: address.method, verb: request.method!, address: request.url! },
		...{ status: null, startedAt, finishedAt: null },
		commands: batch?.filter((command) => command !== undefined) ?? [{ method, params }],
		authorization: credentials.kind,
		contentType,
		cookies: request.headers.cookie !== undefined,
		headers: request.headers,
	};
	return { method, params, credentials, batch, record };
}
