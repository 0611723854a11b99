import type { Fault, OddEntry } from '../drawing/faults';
import { refuse, resultOf, throwing, type Part } from './parts';
import type { Reply } from './reply';
import type { Sending } from './sending';

/** Entries of some commands of a batch in another shape, or the answer of a single call. */
export function oddEntries(
	reply: Reply,
	{ commands, method }: Sending,
	{ shape, first, every }: Fault & { kind: 'oddEntry' },
): Reply {
	const body = reply.body as Part;
	if (method !== 'batch') return 'error' in body ? reply : { ...reply, body: single(body, shape) };
	const answer = resultOf(reply.body);
	const results = { ...(answer.result as Part) };
	const errors = { ...(answer.result_error as Part) };
	commands.forEach(({ name = '', acceptedMs, refusal }, index) => {
		if (index < first || (index - first) % every !== 0 || (acceptedMs === undefined && refusal !== undefined))
			return;
		const { result, error, keeps } = entry(shape);
		if (shape === 'otherKeys') Object.assign(results, { [`${name}x`]: true, item_: false, length: 3 });
		if (!keeps) delete results[name];
		if (result) Object.assign(results, { [name]: result.value });
		if (error?.get) Object.defineProperty(errors, name, { get: error.get, enumerable: true });
		else if (error) errors[name] = error.value;
	});
	return { ...reply, body: { ...body, result: { ...answer, result: results, result_error: errors } } };
}

function single(body: Part, shape: OddEntry): Part {
	const { result, error, keeps } = entry(shape);
	const { result: before, ...rest } = body;
	const odd: Part = keeps ? { ...rest, result: before } : rest;
	if (result) odd.result = result.value;
	if (error?.get) return throwing(odd, 'error');
	const value = error && (error.value ?? { error: error.value });
	if (typeof value === 'object')
		return Object.defineProperties(odd, Object.getOwnPropertyDescriptors(value)) as Part;
	// A text would be a code, and say that nothing ran.
	if (error) odd.error = typeof value === 'string' ? [value] : value;
	return odd;
}

interface Entry {
	result?: { value: unknown };
	error?: { value?: unknown; get?: () => never };
	/** The portal's own result stays. */
	keeps?: boolean;
}

/** None of them is a word on whether the command ran. */
function entry(shape: OddEntry): Entry {
	const code = (error: unknown): Entry => ({ error: { value: { error, error_description: '' } } });
	switch (shape) {
		case 'missing':
			return {};
		case 'both':
			return { ...code(''), keeps: true };
		case 'resultNull':
			return { result: { value: null } };
		case 'resultFalse':
			return { result: { value: false } };
		case 'resultText':
			return { result: { value: 'true' } };
		case 'resultList':
			return { result: { value: [true] } };
		case 'resultNumber':
			return { result: { value: 1 } };
		case 'errorNull':
			return { error: { value: null } };
		case 'errorText':
			return { error: { value: 'no' } };
		case 'errorNumber':
			return { error: { value: 0 } };
		case 'errorList':
			return { error: { value: [] } };
		case 'errorEmpty':
			return { error: { value: {} } };
		case 'codeEmpty':
			return code('');
		case 'codeNull':
			return code(null);
		case 'codeZero':
			return code('0');
		case 'codeObject':
			return code({});
		case 'codeCore':
			return code('ERROR_CORE');
		case 'throwingCode':
			return { error: { value: throwing({ error_description: '' }, 'error') } };
		case 'throwingEntry':
			return { error: { get: refuse } };
		case 'otherKeys':
			return { keeps: true };
	}
}
