import type { Ask } from '../asking';
import { type Claim, NotTried } from '../claim';
import { BATCH } from '../pages';

const exists = async (webhook: Ask, commands: Record<string, string>): Promise<unknown> =>
	await webhook('batch', { cmd: commands });
const THERE = { isExisting: true };
const NOT_THERE = { isExisting: false };

/**
 * The permissions of the webhook, or, with any `full`, all that there are: the one method that shows what became of a
 * text without writing anything.
 */
async function scopes(webhook: Ask, given: Record<string, string>): Promise<Record<string, string>> {
	const asked = Object.entries(given).map(([key, text]) => [key, `scope?full=${encodeURIComponent(text)}`]);
	const cmd = { granted: 'scope', all: 'scope?full=1', ...Object.fromEntries(asked) };
	const { result } = await webhook('batch', { cmd });
	const lists = ((result ?? {}) as { result?: Record<string, unknown> }).result ?? {};
	const [granted, all] = [JSON.stringify(lists.granted), JSON.stringify(lists.all)];
	if (granted === all) throw new NotTried('the webhook has all permissions, so nothing can be told apart');
	const nameOf = (list: unknown) =>
		new Map([
			[granted, 'nothing'],
			[all, 'a text'],
		]).get(JSON.stringify(list)) ?? 'something else';
	return Object.fromEntries(Object.keys(given).map((key) => [key, nameOf(lists[key])]));
}

/** How the text of one command of a batch is read. */
export const COMMANDS: Claim[] = [
	{
		claim: 'A command is decoded once',
		source: BATCH,
		needs: 'webhook',
		try: async ({ webhook }) =>
			await exists(webhook, { a: 'method.get?name=server%2Etime', b: 'method.get?name=server%252Etime' }),
		expected: { status: 200, result: { result: { a: THERE, b: NOT_THERE } } },
	},
	{
		claim: 'In a command a bare # cuts off the rest, an encoded one does not',
		needs: 'webhook',
		try: async ({ webhook }) =>
			await exists(webhook, { a: 'method.get?name=server.time#x', b: 'method.get?name=server.time%23x' }),
		expected: { status: 200, result: { result: { a: THERE, b: NOT_THERE } } },
	},
	{
		claim: 'In a command a bare & begins the next parameter',
		needs: 'webhook',
		try: async ({ webhook }) =>
			await exists(webhook, { a: 'method.get?name=server.time&x=y', b: 'method.get?name=server.time%26x' }),
		expected: { status: 200, result: { result: { a: THERE, b: NOT_THERE } } },
	},
	{
		claim: 'In a command a method is found in any case, and not with .json behind it',
		needs: 'webhook',
		try: async ({ webhook }) =>
			await exists(webhook, { a: 'Method.Get?name=server.time', b: 'method.get.json?name=server.time' }),
		expected: {
			status: 200,
			result: { result: { a: THERE }, result_error: { b: { error: 'ERROR_METHOD_NOT_FOUND' } } },
		},
	},
	{
		claim: 'In a form, commands are encoded twice',
		source: BATCH,
		needs: 'webhook',
		try: async ({ webhook }) => await webhook('batch', 'cmd[a]=method.get%3Fname%3Dserver.time&halt=0'),
		expected: { status: 200, result: { result: { a: THERE } } },
	},
	{
		claim:
			'A text that names the outcome of a command is replaced: of an unknown one by the whole map, here an empty one',
		source: BATCH,
		needs: 'webhook',
		try: async ({ webhook }) => await scopes(webhook, { own: '$error[nobody]' }),
		expected: { own: 'nothing' },
	},
	{
		claim: 'In capitals it is replaced by null',
		needs: 'webhook',
		try: async ({ webhook }) => await scopes(webhook, { own: '$RESULT[granted]' }),
		expected: { own: 'nothing' },
	},
	{
		claim: 'Brackets need not follow at once, and need to be in the same word',
		needs: 'webhook',
		try: async ({ webhook }) =>
			await scopes(webhook, { sameWord: '$errors-of=[nobody]', otherWord: '$error of [nobody]' }),
		expected: { sameWord: 'nothing', otherWord: 'a text' },
	},
	{
		claim: 'A text without brackets is left alone',
		needs: 'webhook',
		try: async ({ webhook }) => await scopes(webhook, { own: '$error' }),
		expected: { own: 'a text' },
	},
];
