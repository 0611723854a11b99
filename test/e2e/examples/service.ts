import { openServer } from '../../portal/http/server';
import { readBody } from '../../portal/rest/parameters';

export interface Question {
	/** Path and query. */
	address: string;
	/** Parsed JSON; undefined without a body. */
	body?: unknown;
}

/** A service that an example asks, on this machine. */
export interface Service {
	url: string;
	asked: Question[];
	close(): Promise<void>;
}

export interface ServiceAnswer {
	status?: number;
	json: unknown;
}

/** Starts a service that answers as told. */
export async function openService(answer: (question: Question) => ServiceAnswer): Promise<Service> {
	const asked: Question[] = [];
	const server = await openServer(async (request, response) => {
		const text = await readBody(request);
		const question = { address: request.url!, body: text === '' ? undefined : JSON.parse(text) };
		asked.push(question);
		const { status = 200, json } = answer(question);
		response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(json));
	});
	return { url: server.origin, asked, close: server.close };
}
