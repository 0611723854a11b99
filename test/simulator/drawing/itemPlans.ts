/** One item as drawn; what becomes of it is worked out in `material.ts`. */
export interface ItemPlan {
	workflow: number;
	token: TokenKind;
	text: TextKind;
	/** Has the same text as the item before it. */
	twin: boolean;
}

export const TOKENS = [
	'good',
	'spaced',
	'broken',
	'halfCharacter',
	'reference',
	'empty',
	'null',
	'number',
	'object',
	'hostileObject',
	'noBar',
	'long',
	'failing',
	'throwing',
	'prototype',
] as const;
export type TokenKind = (typeof TOKENS)[number];

export const TEXTS = [
	'plain',
	'unicode',
	'reference',
	'referenceInside',
	'halfCharacter',
	'zero',
	'spaced',
	'manySpaces',
	'markup',
	'long',
	'tooLong',
	'number',
	'boolean',
	'object',
	'list',
	'date',
	'empty',
	'spaces',
	'null',
	'absent',
	'function',
	'bigint',
	'circular',
	'throwingGetter',
	'throwingToString',
	'failing',
] as const;
export type TextKind = (typeof TEXTS)[number];
