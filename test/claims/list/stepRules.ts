import type { Claim } from '../claim';
import { stepPage } from '../pages';
import { step } from './steps';

const INVALID = { status: 400, error: 'ERROR_ACTIVITY_VALIDATION_FAILURE' };
const WRONG_URL = { status: 400, error: 'ERROR_WRONG_HANDLER_URL' };
const UNSUPPORTED = { status: 400, error: 'ERROR_UNSUPPORTED_PROTOCOL' };
const DONE = { status: 200, result: true };
const LONGEST_CODE = 128;

/** What is wrong with a step, how it is told, and whether a page says so. */
const WRONG: Array<[what: string, change: (code: string) => object, expected: object]> = [
	['a space in its code', (code) => ({ CODE: `${code} x` }), INVALID],
	['a bar in its code', (code) => ({ CODE: `${code}|x` }), INVALID],
	['an empty code', () => ({ CODE: '' }), INVALID],
	['no name', () => ({ NAME: '' }), INVALID],
	['an address without a dot in its host', () => ({ HANDLER: 'http://localhost:5678/webhook' }), WRONG_URL],
	['an address of another protocol', () => ({ HANDLER: 'ftp://n8n.example.com/webhook' }), UNSUPPORTED],
	['a hyphen in the key of a field', () => ({ PROPERTIES: { 'a-b': { Name: 'A' } } }), INVALID],
	['a digit at the front of a key', () => ({ PROPERTIES: { '1a': { Name: 'A' } } }), INVALID],
	['a field without a name', () => ({ PROPERTIES: { a: { Type: 'string' } } }), INVALID],
	['a return value without a name', () => ({ RETURN_PROPERTIES: { a: { Type: 'string' } } }), INVALID],
	['an unknown rule in its filter', () => ({ FILTER: { INCLUDE: ['nowhere'] } }), INVALID],
];

/** What a portal takes of a step, and what it does not. */
export const STEP_RULES: Claim[] = [
	...WRONG.map(
		([what, change, expected]): Claim => ({
			claim: `A step with ${what} is refused`,
			source: stepPage('robot', 'add'),
			needs: 'steps',
			try: async ({ bearer, newCode }) => {
				const code = newCode();
				return await bearer('bizproc.robot.add', step(code, change(code)));
			},
			expected,
		}),
	),
	{
		claim: `A code of ${LONGEST_CODE} characters is taken, with capitals, dots, hyphens and underscores`,
		source: stepPage('robot', 'add'),
		needs: 'steps',
		try: async ({ bearer, newCode }) =>
			await bearer('bizproc.robot.add', step(`${newCode()}.A-b_`.padEnd(LONGEST_CODE, 'x'))),
		expected: DONE,
	},
	{
		claim: 'A longer code is refused',
		needs: 'steps',
		try: async ({ bearer, newCode }) =>
			await bearer('bizproc.robot.add', step(newCode().padEnd(LONGEST_CODE + 1, 'x'))),
		expected: { status: 400, error: 'ERROR_ACTIVITY_ADD_FAILURE' },
	},
	{
		claim: 'A number in place of a host name is taken',
		needs: 'steps',
		try: async ({ bearer, newCode }) =>
			await bearer('bizproc.robot.add', step(newCode(), { HANDLER: 'http://127.0.0.1:5678/webhook' })),
		expected: DONE,
	},
	{
		claim: 'Names are read in any case',
		needs: 'steps',
		try: async ({ bearer, newCode }) => {
			const named = Object.entries(step(newCode(), { PROPERTIES: { a: { NAME: 'A', type: 'string' } } }));
			return await bearer(
				'bizproc.robot.add',
				Object.fromEntries(named.map(([name, value]) => [name.toLowerCase(), value])),
			);
		},
		expected: DONE,
	},
	{
		claim: 'A change of nothing is refused',
		source: stepPage('robot', 'update'),
		needs: 'steps',
		try: async ({ bearer, newCode }) => {
			const CODE = newCode();
			await bearer('bizproc.robot.add', step(CODE));
			return await bearer('bizproc.robot.update', { CODE, FIELDS: { COLOUR: 'red' } });
		},
		expected: INVALID,
	},
];
