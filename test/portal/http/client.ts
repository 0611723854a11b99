/* eslint-disable @n8n/community-nodes/no-restricted-imports, @typescript-eslint/no-explicit-any */
import { Agent } from 'node:http';
import axios, { type AxiosRequestConfig } from 'axios';

export interface Answer {
	status: number;
	headers: Record<string, unknown>;
	/** Parsed JSON, or the text when it is none. */
	data: any;
}

/** Plain HTTP for the tests of the portal: every status is an answer, no redirect is followed, no connection is kept. */
const client = axios.create({
	validateStatus: () => true,
	maxRedirects: 0,
	httpAgent: new Agent({ keepAlive: false }),
});

/** POST: an object goes as JSON, a text as a form. */
export async function post(
	url: string,
	body: object | string = {},
	config: AxiosRequestConfig = {},
): Promise<Answer> {
	return (await client.post(url, body, config)) as Answer;
}

export async function get(url: string, config: AxiosRequestConfig = {}): Promise<Answer> {
	return (await client.get(url, config)) as Answer;
}
