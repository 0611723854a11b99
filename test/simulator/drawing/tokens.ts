import type { TokenKind } from './itemPlans';

/** A value in an item's field for the event token. */
export interface Token {
	value?: unknown;
	/** Reading the field throws. */
	getter?: () => never;
	/** The portal knows it. */
	isGood: boolean;
}

const bad = (value: unknown): Token => ({ value, isGood: false });

const refuse = (): never => {
	throw new Error('This cannot be read');
};

/** @param good a token that the portal knows */
export function tokenOf(kind: TokenKind, good: string, isStored: boolean): Token {
	switch (kind) {
		case 'good':
			return { value: good, isGood: true };
		case 'spaced':
			return { value: ` \u00a0${good}\r\n`, isGood: true };
		case 'broken':
			return bad(`${good}x`);
		case 'halfCharacter':
			return bad('a\uD83D|b');
		case 'reference':
			return bad(`$result[item_0]|${good}`);
		case 'number':
			return bad(5);
		case 'object':
			return bad({ [good]: good });
		case 'hostileObject':
			return bad(isStored ? {} : { toString: refuse, toJSON: refuse });
		case 'noBar':
			return bad('no token at all');
		case 'long':
			return bad(`${'|'.repeat(20_000)}`);
		case 'prototype':
			return bad('__proto__|constructor|toString.hasOwnProperty');
		case 'throwing':
			return isStored ? bad(undefined) : { getter: refuse, isGood: false };
		case 'null':
			return bad(null);
		case 'empty':
			return bad('');
		case 'failing':
			return bad(undefined);
	}
}
