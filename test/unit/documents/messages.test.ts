import { textOf } from './pages';
import { messagesOfCode } from './said';
import { HOLE } from './texts';

const said = messagesOfCode();

/** The first cell of each row; a row may hold several messages that mean the same. */
const messagesOf = (page: string): string[] =>
	textOf(page)
		.split('\n')
		.filter((line) => line.startsWith('| ') && !/^\| (---|message |сообщение )/.test(line))
		.flatMap((line) => line.slice(2, line.indexOf(' | ')).split('<br>'));

const pattern = (message: string): RegExp =>
	new RegExp(
		`^${message
			.split(HOLE)
			.map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
			.join('.+')}$`,
	);

it('The code has messages, and none that fits everything', () => {
	expect(said.length).toBeGreaterThan(50);
	expect(said.filter((message) => pattern(message).test('Something else, said by nobody: …; …'))).toEqual([]);
});

describe.each(['docs/messages.md', 'docs/ru/messages.md'])('%s', (page) => {
	const told = messagesOf(page);

	it('tells every message of the code', () => {
		expect(said.filter((message) => !told.some((one) => pattern(message).test(one)))).toEqual([]);
	});

	it('tells no message that the code does not have', () => {
		expect(told.filter((one) => !said.some((message) => pattern(message).test(one)))).toEqual([]);
	});
});
