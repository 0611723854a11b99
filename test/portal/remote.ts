import axios, { isAxiosError } from 'axios';
import { VERBS, type RemotePortal, type Verb } from './control/verbs';

export type { RemotePortal } from './control/verbs';

/** A portal that runs in another process, by its origin. A verb that fails there fails here with the same words. */
export function connectPortal(url: string): RemotePortal {
	const verbs = Object.keys(VERBS) as Verb[];
	const call = (verb: Verb) => [verb, async (...args: unknown[]) => await ask(url, verb, args)];
	return Object.fromEntries(verbs.map(call)) as RemotePortal;
}

async function ask(url: string, verb: Verb, args: unknown[]): Promise<unknown> {
	try {
		const { data } = await axios.post<unknown>(`${url}/stand-in/${verb}`, JSON.stringify(args), {
			headers: { 'Content-Type': 'application/json' },
			maxContentLength: Infinity,
			maxBodyLength: Infinity,
		});
		return data;
	} catch (error) {
		const answer = isAxiosError<{ message?: string }>(error) ? error.response?.data : undefined;
		throw answer?.message ? new Error(`${verb}: ${answer.message}`) : error;
	}
}
