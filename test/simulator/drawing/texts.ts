import type { TextKind } from './itemPlans';

/** A value in an item's field, and its text. */
export interface Text {
	value?: unknown;
	/** Reading the field throws. */
	getter?: () => never;
	isAbsent?: boolean;
	/** What is to arrive; undefined: it has no text. */
	text?: string;
}

const plain = (text: string): Text => ({ value: text, text });

const refuse = (): never => {
	throw new Error('This cannot be read');
};

/** @param name what tells this text from all others */
export function textOf(kind: TextKind, name: string, isStored: boolean): Text {
	switch (kind) {
		case 'plain':
			return plain(`Line ${name}`);
		case 'unicode':
			return plain(`${name} Grüße 😀 שלום \u2028 \u00a0 e\u0301`);
		case 'reference':
			return plain(`$result[${name}]`);
		case 'referenceInside':
			return plain(`${name} took $time[item_0][duration] s, $error[item_1][error]`);
		case 'halfCharacter':
			return { value: `${name} \uD83D half \uDC00`, text: `${name} \uFFFD half \uFFFD` };
		case 'zero':
			return plain('0');
		case 'spaced':
			return plain(` \n\t${name} \0\r\n`);
		case 'manySpaces':
			return plain(`${name}${' '.repeat(3000)}.`);
		case 'markup':
			return plain(`${name} <b>&amp;</b> %41 + # ? ; = [x] {=user:user_1} "\\" ' __proto__`);
		case 'long':
			return plain(`${name}${'ä'.repeat(8000)}`);
		case 'tooLong':
			return plain(`${name}${'x'.repeat(65_600)}`);
		case 'number':
			return { value: numberOf(name), text: String(numberOf(name)) };
		case 'bigint':
			return { value: isStored ? numberOf(name) : BigInt(numberOf(name)), text: String(numberOf(name)) };
		case 'object':
			return { value: { name, list: [1, '"', null] }, text: JSON.stringify({ name, list: [1, '"', null] }) };
		case 'date':
			return { value: isStored ? DATE.toISOString() : DATE, text: DATE.toISOString() };
		case 'circular':
			return { value: circular() };
		case 'throwingToString':
			return isStored
				? { value: {}, text: '{}' }
				: { value: { toString: refuse, toJSON: refuse, valueOf: refuse } };
		case 'throwingGetter':
			return isStored ? { isAbsent: true, text: '' } : { getter: refuse };
		case 'function':
			return isStored ? { isAbsent: true, text: '' } : { value: () => name };
		default:
			return { ...SAME[kind], value: SAME[kind].value };
	}
}

const DATE = new Date(Date.UTC(2026, 0, 2, 3, 4, 5));

const numberOf = (name: string): number =>
	[...name].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 1_000_000_007, 7) + 0.5 * 2;

function circular(): object {
	const self: { self?: object } = {};
	self.self = self;
	return self;
}

/** Texts that are the same for all items. */
const SAME: Record<string, Text> = {
	boolean: { value: true, text: 'true' },
	list: { value: ['a', 'b'], text: '["a","b"]' },
	empty: plain(''),
	spaces: plain(' \t\n\0 '),
	null: { value: null, text: '' },
	absent: { isAbsent: true, text: '' },
	failing: { isAbsent: true },
};
