import { DateTime } from 'luxon';

/** How this portal's site writes a day and a moment: `31.12.2026`, `31.12.2026 18:30:00`. */
const SITE =
	/^(?<day>\d{2})\.(?<month>\d{2})\.(?<year>\d{4})(?: (?<hour>\d{2}):(?<minute>\d{2})(?::(?<second>\d{2}))?)?$/;
/** PHP's DATE_ISO8601, of which the end may be missing. A fraction of a second is no part of it. */
const ISO =
	/^(?<year>\d{4})-(?<month>\d{2})-(?<day>\d{2})(?:T(?<hour>\d{2}):(?<minute>\d{2}):(?<second>\d{2})(?:Z|[+-]\d{2}:?\d{2})?)?$/;

/**
 * A text as a portal's `date` or `datetime` reads it: digits alone are unix seconds; everything else is the portal's own
 * clock, **also when it names another zone**, which is read over.
 * @param zone of the portal
 * @returns undefined for a text that it cannot read
 */
export function readMoment(text: string, zone: string): DateTime | undefined {
	if (/^\d+$/.test(text)) return DateTime.fromSeconds(Number(text), { zone });
	const parts = (SITE.exec(text) ?? ISO.exec(text))?.groups;
	if (parts === undefined) return undefined;
	const clock = Object.entries(parts).map(([unit, digits]) => [unit, Number(digits ?? 0)]);
	const moment = DateTime.fromObject(Object.fromEntries(clock) as object, { zone });
	return moment.isValid ? moment : undefined;
}
