import { parse } from 'qs';
import { openServer } from '../http/server';
import { readBody } from '../rest/parameters';

/** The fields of a step's post, decoded. */
export type StepForm = {
	workflow_id: string;
	code: string;
	document_id: string[];
	document_type: string[];
	event_token: string;
	properties?: Record<string, unknown>;
	use_subscription: 'Y' | 'N';
	timeout_duration: string;
	ts: string;
	auth: Record<string, string>;
};

/** What a test plays n8n with: keeps every form it is posted, decoded, and answers as told. */
export interface RecordingHandler {
	url: string;
	received: StepForm[];
	status: number;
	close(): Promise<void>;
}

export async function openHandler(): Promise<RecordingHandler> {
	const server = await openServer(async (request, response) => {
		handler.received.push(parse(await readBody(request)) as unknown as StepForm);
		response.writeHead(handler.status).end('{"result":"nobody reads this"}');
	});
	const handler: RecordingHandler = {
		...{ url: `${server.origin}/step`, received: [], status: 200 },
		close: server.close,
	};
	return handler;
}
