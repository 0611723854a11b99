import type { OddAnswer } from '../drawing/faults';
import { refuse, resultOf, throwing, type Part } from './parts';
import type { Reply } from './reply';

/** The whole answer in another shape. Nothing in it says that something ran which did not, or the other way round. */
export function oddAnswer(reply: Reply, shape: OddAnswer): Reply {
	const body = reply.body as Part;
	if ('error' in body) return reply;
	const result = resultOf(reply.body);
	const withResult = (changes: Part): Reply => ({
		...reply,
		body: { ...body, result: { ...result, ...changes } },
	});
	const withBody = (odd: unknown): Reply => ({ ...reply, body: odd });
	switch (shape) {
		case 'null':
			return withBody(null);
		case 'list':
			return withBody([body]);
		case 'number':
			return withBody(7);
		case 'text':
			return withBody('true');
		case 'emptyObject':
			return withBody({});
		case 'resultNull':
			return withBody({ ...body, result: null });
		case 'resultList':
			return withBody({ ...body, result: [] });
		case 'resultNumber':
			return withBody({ ...body, result: 1 });
		case 'resultText':
			return withBody({ ...body, result: 'true' });
		case 'resultsMissing':
			return withResult({ result: undefined });
		case 'resultsList':
			return withResult({ result: [true, true] });
		case 'errorsList':
			return withResult({ result: {}, result_error: [{ error: '', error_description: '' }] });
		case 'errorsNull':
			return withResult({ result_error: null });
		case 'errorsNumber':
			return withResult({ result: null, result_error: 3 });
		case 'timesNull':
			return withResult({ result_time: null });
		case 'errorNull':
			return withBody({ ...body, error: null });
		case 'errorObject':
			return withBody({ error: { code: 1 }, error_description: { text: 'x' } });
		case 'errorList':
			return withBody({ error: [], error_description: [] });
		case 'throwingBody':
			return withBody(throwing(body, 'result'));
		case 'throwingResult':
			return withBody({ ...body, result: throwing(result, 'result') });
		case 'throwingErrors':
			return withBody({ ...body, result: throwing(result, 'result_error') });
		case 'throwingHeaders':
			return { ...reply, headers: throwing({}, 'retry-after') };
		case 'throwingTime':
			return withBody(throwing(body, 'time'));
		case 'proxy':
			return withBody(
				new Proxy({}, { get: refuse, has: refuse, ownKeys: refuse, getOwnPropertyDescriptor: refuse }),
			);
		case 'deep':
			return withBody({
				result: { result: { result: { result: [] } }, result_error: { a: { b: { c: {} } } } },
			});
	}
}
