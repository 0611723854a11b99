import type { Claim } from '../claim';
import { isText, isTexts } from '../expectations';
import { BATCH } from '../pages';
import { TIME } from './answers';

const NOWHERE = 'check.portal.no.such.method';
const UNKNOWN = { error: 'ERROR_METHOD_NOT_FOUND', error_description: isText };
const TOO_MANY = { error: 'ERROR_BATCH_LENGTH_EXCEEDED' };
const NO_COMMANDS = {
	status: 200,
	result: { result: [], result_error: [], result_total: [], result_next: [], result_time: [] },
};
const stopping = async (halt: unknown, ask: (method: string, body: object) => Promise<unknown>) =>
	await ask('batch', { halt, cmd: { a: 'scope', b: NOWHERE, c: 'scope' } });
const STOPS = {
	status: 200,
	result: { result: { a: isTexts, c: undefined }, result_error: { b: UNKNOWN, c: undefined } },
};
const GOES_ON = { status: 200, result: { result: { a: isTexts, c: isTexts }, result_error: { b: UNKNOWN } } };

/** Many commands in one request, and one answer for all. */
export const BATCHES: Claim[] = [
	{
		claim: 'A batch succeeds whatever happens inside of it, and tells each outcome under its own key',
		source: BATCH,
		needs: 'webhook',
		try: async ({ webhook }) => await webhook('batch', { halt: 0, cmd: { i0: 'scope', i1: NOWHERE } }),
		expected: {
			status: 200,
			time: TIME,
			result: {
				result: { i0: isTexts, i1: undefined },
				result_error: { i0: undefined, i1: UNKNOWN },
				result_total: [],
				result_next: [],
				result_time: { i0: TIME, i1: undefined },
			},
		},
	},
	{
		claim: 'Without commands all five maps are empty lists',
		needs: 'webhook',
		try: async ({ webhook }) => await webhook('batch', { cmd: {} }),
		expected: NO_COMMANDS,
	},
	{
		claim: 'Without cmd, too',
		needs: 'webhook',
		try: async ({ webhook }) => await webhook('batch'),
		expected: NO_COMMANDS,
	},
	{
		claim: 'Numbers as keys come back as a list',
		needs: 'webhook',
		try: async ({ webhook }) => await webhook('batch', { cmd: ['scope', 'scope'] }),
		expected: { status: 200, result: { result: [isTexts, isTexts] } },
	},
	{
		claim: 'Numbers as keys come back as a map as soon as one is missing',
		needs: 'webhook',
		try: async ({ webhook }) => await webhook('batch', { cmd: [NOWHERE, 'scope'] }),
		expected: { status: 200, result: { result: { 1: isTexts }, result_error: [UNKNOWN] } },
	},
	{
		claim: 'halt 1 stops after the first failure',
		source: BATCH,
		needs: 'webhook',
		try: async ({ webhook }) => await stopping(1, webhook),
		expected: STOPS,
	},
	{
		claim: 'halt 0 goes on',
		source: BATCH,
		needs: 'webhook',
		try: async ({ webhook }) => await stopping(0, webhook),
		expected: GOES_ON,
	},
	{
		claim: 'The text "false" as halt stops, too',
		needs: 'webhook',
		try: async ({ webhook }) => await stopping('false', webhook),
		expected: STOPS,
	},
	{
		claim: 'The first 50 commands run, and each further one is ERROR_BATCH_LENGTH_EXCEEDED',
		source: BATCH,
		needs: 'webhook',
		try: async ({ webhook }) =>
			await webhook('batch', {
				cmd: Object.fromEntries(Array.from({ length: 52 }, (_, index) => [`i${index}`, 'scope'])),
			}),
		expected: {
			status: 200,
			result: {
				result: { i0: isTexts, i49: isTexts, i50: undefined },
				result_error: { i49: undefined, i50: TOO_MANY, i51: TOO_MANY },
			},
		},
	},
	{
		claim: 'What is no text is skipped without a word',
		needs: 'webhook',
		try: async ({ webhook }) => await webhook('batch', { cmd: { a: { method: 'scope' }, b: 'scope' } }),
		expected: { status: 200, result: { result: { a: undefined, b: isTexts }, result_error: [] } },
	},
	{
		claim: 'A batch may not be in a batch',
		source: BATCH,
		needs: 'webhook',
		try: async ({ webhook }) => await webhook('batch', { cmd: { a: 'batch?cmd[a]=scope' } }),
		expected: {
			status: 200,
			result: { result: [], result_error: { a: { error: 'ERROR_BATCH_METHOD_NOT_ALLOWED' } } },
		},
	},
	{
		claim: 'A command runs with the credential of the request, whatever it names',
		needs: 'webhook',
		try: async ({ webhook }) =>
			await webhook('batch', { cmd: { a: 'scope?auth=check&access_token=check&aplogin=9&ap=check' } }),
		expected: { status: 200, result: { result: { a: isTexts }, result_error: [] } },
	},
];
