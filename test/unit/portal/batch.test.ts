import { log } from '../../../nodes/BizprocLog/log.operation';
import { openGroup, readBatch, toBatch, toCommand } from '../../../nodes/portal/batch';
import type { Command } from '../../../nodes/portal/command';

const withParams = (item: number, params: Command['params']): Command =>
	toCommand(item, { method: 'bizproc.activity.log', params, workflow: 'w' });
const command = (item: number, message = `line ${item}`): Command =>
	withParams(item, { EVENT_TOKEN: 'w|a|e.s', LOG_MESSAGE: message });
const commands = (count: number, message?: string) =>
	Array.from({ length: count }, (_, item) => command(item, message));
const sizes = (list: Command[]) => {
	const groups = [openGroup(512 * 1024)];
	for (const one of list) {
		if (groups.at(-1)!.add(one)) continue;
		groups.push(openGroup(512 * 1024));
		groups.at(-1)!.add(one);
	}
	return groups.map((group) => group.commands.length);
};

describe('A message with the form of the portal’s references', () => {
	it.each([
		'$result[item_0]',
		'a $RESULT[x] b',
		'US$total=[5]',
		'$timeout[30]',
		'$resulting[x]',
		'Took $time[i0][duration] s',
		'x$error[i3]',
		'$next[a]',
		'$result\u00a0[x]',
	])('does not ride in a batch: %s', (message) => {
		expect(command(0, message).alone).toBe(true);
	});

	it.each(['$100', '$results', '$result [x]', '$result\n[x]', 'result[x]', '[x] $result', 'costs $5 [net]'])(
		'is harmless: %s',
		(message) => {
			expect(command(0, message).alone).toBe(false);
		},
	);
});

describe('A command with many values', () => {
	const withValues = (count: number): Command =>
		withParams(0, { RETURN_VALUES: { list: Array.from({ length: count }, String) } });
	it('rides in a batch as long as PHP reads all of them', () => expect(withValues(900).alone).toBe(false));
	it('travels alone beyond that, because PHP would drop the rest in silence', () =>
		expect(withValues(901).alone).toBe(true));
	it('travels alone when a nested value looks like a reference', () =>
		expect(withParams(0, { a: { b: ['x', '$result[y]'] } }).alone).toBe(true));
});

describe('Commands are grouped', () => {
	it('by fifty', () => expect(sizes(commands(120))).toEqual([50, 50, 20]));
	it('alone where they may not ride in a batch, in their order', () => {
		const list = commands(5);
		list[2] = command(2, '$result[x]');
		expect(sizes(list)).toEqual([2, 1, 2]);
	});
	it('by fewer when they are large', () => {
		const groups = sizes(commands(20, 'x'.repeat(60_000)));
		expect(groups.reduce((sum, size) => sum + size)).toBe(20);
		expect(Math.max(...groups)).toBeLessThan(10);
	});
});

describe('The body of a batch', () => {
	it('names commands by item and encodes each value once', () => {
		expect(toBatch([command(7, 'a & b=c + d%#é')], true)).toEqual({
			halt: 1,
			cmd: {
				item_7:
					'bizproc.activity.log?EVENT_TOKEN=w%7Ca%7Ce.s&LOG_MESSAGE=a%20%26%20b%3Dc%20%2B%20d%25%23%C3%A9',
			},
		});
	});
	it('lets the portal go on after a refusal when it should', () =>
		expect(toBatch([command(0)], false).halt).toBe(0));
});

describe('The answer of a batch', () => {
	const read = (result: object, stopAtFirst = false) => {
		const { settled, skipped } = readBatch(result as never, commands(3), stopAtFirst, log.subject);
		return {
			outcomes: settled.map(({ command: { item }, outcome }) => [
				item,
				outcome.ok ? outcome.result : outcome.failure.kind,
			]),
			skipped: skipped.map(({ item }) => item),
		};
	};

	it('gives each command its own outcome', () => {
		const result = {
			result: { item_0: true, item_2: true },
			result_error: { item_1: { error: 'ACCESS_DENIED' } },
		};
		expect(read(result).outcomes).toEqual([
			[0, true],
			[1, 'rejected'],
			[2, true],
		]);
	});
	it('may hold an empty list where nothing was refused', () => {
		const result = { result: { item_0: true, item_1: null, item_2: false }, result_error: [] };
		expect(read(result).outcomes).toEqual([
			[0, true],
			[1, null],
			[2, false],
		]);
	});
	it('may hold an error with an empty code', () => {
		const result = {
			result: { item_0: true, item_2: true },
			result_error: { item_1: { error: '', error_description: 'x' } },
		};
		expect(read(result).outcomes[1]).toEqual([1, 'unanswered']);
	});
	it('leaves out what the portal did not come to after it stopped', () => {
		const result = { result: { item_0: true }, result_error: { item_1: { error: 'ACCESS_DENIED' } } };
		expect(read(result, true)).toEqual({
			outcomes: [
				[0, true],
				[1, 'rejected'],
			],
			skipped: [2],
		});
	});
	it('says of a command without any outcome that nobody knows', () => {
		expect(read({ result: { item_0: true, item_1: true }, result_error: [] }).outcomes[2]).toEqual([
			2,
			'unanswered',
		]);
	});
	it.each([
		['null', null],
		['a text', 'ACCESS_DENIED'],
		['a list', ['ACCESS_DENIED']],
		['a code that is an object', { error: { code: 'ACCESS_DENIED' } }],
	])('that holds %s for an error says of that command alone that nobody knows', (_what, error) => {
		const result = { result: { item_0: true, item_2: true }, result_error: { item_1: error } };
		expect(read(result).outcomes).toEqual([
			[0, true],
			[1, 'unanswered'],
			[2, true],
		]);
	});
	it('that holds a result and an error for one command does not say which is true', () => {
		const result = { result: { item_0: true }, result_error: { item_0: { error: 'ACCESS_DENIED' } } };
		expect(read(result).outcomes[0]).toEqual([0, 'unanswered']);
	});
	it.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])(
		'may name a code that JavaScript has a meaning for: %s',
		(error) => {
			const result = JSON.parse(`{"result":{},"result_error":{"item_0":{"error":"${error}"}}}`) as object;
			expect(read(result).outcomes[0]).toEqual([0, 'rejected']);
		},
	);
});
