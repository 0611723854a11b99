/* eslint-disable @n8n/community-nodes/no-restricted-imports */
import { setTimeout as sleep } from 'node:timers/promises';
import axios from 'axios';
import { LOG_METHOD, type LineItem, type Method, type MethodOptions } from './method';

/** What "Retry On Fail" waits between tries unless told otherwise. */
const RETRY_MS = 1000;

/** One call for each item, one after another, by axios alone: without what a loop of n8n nodes costs. */
export async function oneByOne({ webhookUrl }: MethodOptions): Promise<Method> {
	const client = axios.create({ baseURL: webhookUrl, validateStatus: () => true });

	async function call({ eventToken, message }: LineItem): Promise<boolean> {
		const { status, data } = await client.post(LOG_METHOD, {
			EVENT_TOKEN: eventToken,
			LOG_MESSAGE: message,
		});
		if (status !== 503) return data.result === true;
		await sleep(RETRY_MS);
		return await call({ eventToken, message } as LineItem);
	}

	return {
		async write(items) {
			let accepted = 0;
			for (const item of items) if (await call(item)) accepted += 1;
			return accepted;
		},
	};
}
