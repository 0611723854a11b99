import { html, type Reply } from '../http/reply';
import type { Fault } from './fault';

/** How a request ends: with a reply, with the connection cut, or never. */
export type Ending = Reply | 'drop' | 'silence';

/** What a fault makes of an answer. */
export function distort(answer: Reply, fault: Fault): Ending {
	switch (fault.kind) {
		case 'dropBefore':
		case 'dropAfter':
			return 'drop';
		case 'silence':
			return 'silence';
		case 'html':
			return html(fault.status, fault.headers);
		case 'redirect':
			return html(fault.status ?? 302, { Location: fault.location });
		case 'brokenJson':
			return { ...answer, status: 200, text: answer.text.slice(0, answer.text.length / 2) };
		default:
			return answer;
	}
}
