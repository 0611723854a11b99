import { DateTime, type Zone } from 'luxon';

/** Longer texts are no dates. */
const LONGEST = 80;

const ISO = /^\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:[.,]\d+)?)?(?: ?(?:Z|[+-]\d\d(?::?\d\d)?))?)?$/i;
/** Numbers in the order of the writer's country, and perhaps a time: `31.12.2026 18:30`, `12/31/2026 6:30 PM`. */
const WRITTEN =
	/^(\d{1,4})([./-])(\d{1,2})\2(\d{1,4})(?:(?:,? |T)(\d{1,2}):(\d\d)(?::(\d\d))?(?: ?([ap]m))?(?: ?(Z|[+-]\d\d:?\d\d))?)?$/i;
/** What JavaScript makes of a date in the middle of a text; the name of the zone follows. */
const OF_JAVASCRIPT = /^[a-z]{3} [a-z]{3} \d\d \d{4} \d\d:\d\d:\d\d GMT[+-]\d{4}/i;

/**
 * The moment that is meant, on the portal's clock. A text that names no zone is what that clock shows.
 * @returns undefined for what is no date, or may be two
 */
export function readMoment(value: unknown, zone: Zone): DateTime | undefined {
	const moment = read(value, zone);
	return moment?.isValid ? moment : undefined;
}

function read(value: unknown, zone: Zone): DateTime | undefined {
	// n8n's $now is one; it may come of another copy of luxon.
	if (DateTime.isDateTime(value)) return DateTime.fromMillis(value.toMillis(), { zone });
	if (value instanceof Date) return DateTime.fromMillis(value.getTime(), { zone });
	const text = typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
	if (text.length > LONGEST) return undefined;
	if (/^\d{10}$/.test(text)) return DateTime.fromSeconds(Number(text), { zone });
	if (/^\d{13}$/.test(text)) return DateTime.fromMillis(Number(text), { zone });
	const iso = ISO.test(text) ? text : toIso(text);
	if (iso !== undefined) return DateTime.fromISO(iso.replace(/[T ]/i, 'T').replace(' ', ''), { zone });
	const [script] = OF_JAVASCRIPT.exec(text) ?? [];
	if (script) return DateTime.fromFormat(script, "EEE MMM dd yyyy HH:mm:ss 'GMT'ZZZ", { zone, locale: 'en' });
	// As mails and servers write it.
	return /^[a-z]{3}, /i.test(text) ? DateTime.fromRFC2822(text, { zone }) : undefined;
}

function toIso(text: string): string | undefined {
	const [found, first, sign, second, third, hour = '0', minute = '00', sec = '00', half = '', offset = ''] =
		WRITTEN.exec(text) ?? [];
	const date = found === undefined ? undefined : inOrder(first, sign, second, third);
	if (date === undefined) return undefined;
	const [year, month, day] = date;
	const clock = hourOf(Number(hour), half.toLowerCase());
	return `${year}-${two(month)}-${two(day)}T${two(clock)}:${minute}:${sec}${offset}`;
}

/** @returns year, month, day; undefined where two orders are possible */
function inOrder(first: string, sign: string, second: string, third: string): string[] | undefined {
	if (first.length === 4) return third.length <= 2 ? [first, second, third] : undefined;
	if (first.length > 2 || third.length !== 4) return undefined;
	// Points are written by those who put the day first.
	if (sign === '.' || Number(first) > 12 || first === second) return [third, second, first];
	return Number(second) > 12 ? [third, first, second] : undefined;
}

const hourOf = (hour: number, half: string): number => {
	if (half === '') return hour;
	// 12 PM is noon; there is no 13 PM.
	return hour > 12 || hour === 0 ? NaN : (hour % 12) + (half === 'pm' ? 12 : 0);
};

const two = (number: string | number): string => String(number).padStart(2, '0');
