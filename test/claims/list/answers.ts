import type { Claim } from '../claim';
import { isBoolean, isNumber, isText, isTexts, optional } from '../expectations';
import { ERROR_CODES, METHOD_GET, PROFILE, REQUESTS, SCOPE, SERVER_TIME } from '../pages';

/** With a zone, and without a fraction of a second. */
const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d$/;

/** The `time` of every success. The last two are missing on self-hosted portals. */
export const TIME = {
	start: isNumber,
	finish: isNumber,
	duration: isNumber,
	processing: isNumber,
	date_start: MOMENT,
	date_finish: MOMENT,
	operating: optional(isNumber),
	operating_reset_at: optional(isNumber),
};

const EXISTS = { status: 200, result: { isExisting: true, isAvailable: true } };
const EXISTS_NOT = { status: 200, result: { isExisting: false, isAvailable: false } };
const zoneOf = (moment: unknown): string => String(moment).slice(-6);

/** How requests are read, and what answers look like. */
export const ANSWERS: Claim[] = [
	{
		claim: 'A success has a result and a time',
		source: SCOPE,
		needs: 'webhook',
		try: async ({ webhook }) => await webhook('scope'),
		expected: {
			status: 200,
			contentType: /^application\/json/,
			result: isTexts,
			time: TIME,
			error: undefined,
		},
	},
	{
		claim: 'A refusal has a code and a description, and no result',
		source: ERROR_CODES,
		needs: 'webhook',
		try: async ({ wrongWebhook }) => await wrongWebhook('scope'),
		expected: {
			contentType: /^application\/json/,
			error: isText,
			error_description: isText,
			result: undefined,
		},
	},
	{
		claim: 'server.time is a moment with the zone that the time of an answer has, too',
		source: SERVER_TIME,
		needs: 'webhook',
		try: async ({ webhook }) => {
			const { status, result, time } = await webhook('server.time');
			const { date_start: start } = (time ?? {}) as Record<string, unknown>;
			return { status, result, zones: [...new Set([zoneOf(result), zoneOf(start)])] };
		},
		expected: { status: 200, result: MOMENT, zones: [/^[+-]\d\d:\d\d$/] },
	},
	{
		claim: 'method.get finds a method that there is',
		source: METHOD_GET,
		needs: 'processes',
		try: async ({ webhook }) => await webhook('method.get', { name: 'bizproc.activity.log' }),
		expected: EXISTS,
	},
	{
		claim: 'method.get says of another name that it is no method',
		source: METHOD_GET,
		needs: 'webhook',
		try: async ({ webhook }) => await webhook('method.get', { name: 'check.portal.no.such.method' }),
		expected: EXISTS_NOT,
	},
	{
		claim: 'profile tells an id, and whether the user is an administrator',
		source: PROFILE,
		needs: 'webhook',
		try: async ({ webhook }) => await webhook('profile'),
		expected: { status: 200, result: { ID: /^\d+$/, ADMIN: isBoolean } },
	},
	{
		claim: 'A method is found in any case, with .json and a slash behind it',
		needs: 'webhook',
		try: async ({ webhook }) => await webhook('Method.Get.json/', { name: 'server.time' }),
		expected: EXISTS,
	},
	{
		claim: 'Parameters may come in the address of a GET',
		source: REQUESTS,
		needs: 'webhook',
		try: async ({ get }) => await get('method.get?name=server.time'),
		expected: EXISTS,
	},
	{
		claim: 'Parameters may come as a form',
		source: REQUESTS,
		needs: 'webhook',
		try: async ({ webhook }) => await webhook('method.get', 'name=server.time'),
		expected: EXISTS,
	},
	{
		claim: 'JSON is read with a charset in its type',
		needs: 'webhook',
		try: async ({ webhook }) =>
			await webhook('method.get', { name: 'server.time' }, 'application/json; charset=utf-8'),
		expected: EXISTS,
	},
	{
		claim: 'Broken JSON is no parameters, and no error',
		needs: 'webhook',
		try: async ({ webhook }) => await webhook('method.get', '{"name":"server.time"', 'application/json'),
		expected: EXISTS_NOT,
	},
];
