/* eslint-disable @n8n/community-nodes/no-restricted-imports */
import { setTimeout as sleep } from 'node:timers/promises';
import { type Answer, get, post } from '../portal/http/client';
import { NotTried } from './claim';

/** The answer of a portal: its status, and what its JSON holds. */
export interface Seen {
	status: number;
	contentType: string;
	[name: string]: unknown;
}

/** A method with its parameters: an object goes as JSON, a text as it is. */
export type Ask = (method: string, body?: object | string, contentType?: string) => Promise<Seen>;

/** Takes secrets out of what the portal says. */
export type Clean = (words: string) => string;

const TIMEOUT_MS = 30_000;
/** A portal in the cloud takes two requests a second, after a first burst. */
const PAUSE_MS = 3_000;
const MOST_TRIES = 5;
const FORM = 'application/x-www-form-urlencoded';

/** Asks at an address that ends in a slash. */
export const askAt =
	(base: string, clean: Clean, headers: Record<string, string> = {}, more: object = {}): Ask =>
	async (method, body = {}, contentType = typeof body === 'string' ? FORM : 'application/json') =>
		await patiently(
			clean,
			async () =>
				await post(`${base}${method}`, typeof body === 'string' ? body : { ...more, ...body }, {
					headers: { ...headers, 'Content-Type': contentType },
					timeout: TIMEOUT_MS,
				}),
		);

export const getAt = async (address: string, clean: Clean): Promise<Seen> =>
	await patiently(clean, async () => await get(address, { timeout: TIMEOUT_MS }));

/** Limits are no answer to what was asked: they are waited for. */
async function patiently(clean: Clean, request: () => Promise<Answer>): Promise<Seen> {
	for (let tries = 1; ; tries++) {
		const seen = read(await request().catch(noAnswer), clean);
		if (!LIMITS.includes(seen.error)) return seen;
		if (tries === MOST_TRIES) throw new NotTried('the limits of the portal were used up');
		await sleep(PAUSE_MS);
	}
}

const LIMITS: unknown[] = ['QUERY_LIMIT_EXCEEDED', 'OPERATION_TIME_LIMIT', 'OVERLOAD_LIMIT'];

function read({ status, headers, data }: Answer, clean: Clean): Seen {
	const contentType = String(headers['content-type'] ?? '');
	const isJson = typeof data === 'object' && data !== null && !Array.isArray(data);
	return { ...(isJson ? (cleaned(data, clean) as object) : {}), status, contentType };
}

/** Here, as long as texts are whole: half a secret would not be found any more. */
function cleaned(value: unknown, clean: Clean): unknown {
	if (typeof value === 'string') return clean(value);
	if (typeof value !== 'object' || value === null) return value;
	if (Array.isArray(value)) return value.map((entry) => cleaned(entry, clean));
	return Object.fromEntries(
		Object.entries(value).map(([name, entry]) => [clean(name), cleaned(entry, clean)]),
	);
}

/** The code alone: the rest of an error holds the address, and with it the secret. */
function noAnswer(error: { code?: string }): never {
	throw new NotTried(`no answer came (${error.code ?? 'unknown reason'})`);
}
