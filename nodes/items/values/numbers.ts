/** Spaces that people and spreadsheets put between thousands, and Swiss apostrophes. */
const GAP = "[ \\u00a0\\u2009\\u202f'’]";

/** What stands for the thousands and what for the fraction, where nothing else can be meant. */
const WRITTEN = [
	/^(?<whole>\d+)(?:\.(?<fraction>\d+))?$/,
	// 1,200 may be a thousand two hundred, or one and a fifth.
	/^(?<whole>0|\d{4,}),(?<fraction>\d+)$/,
	/^(?<whole>\d+),(?<fraction>\d{1,2}|\d{4,})$/,
	new RegExp(`^(?<whole>\\d{1,3}(?:${GAP}\\d{3})+)(?:[.,](?<fraction>\\d+))?$`),
	/^(?<whole>\d{1,3}(?:,\d{3}){2,})(?:\.(?<fraction>\d+))?$/,
	/^(?<whole>\d{1,3},\d{3})\.(?<fraction>\d+)$/,
	/^(?<whole>\d{1,3}(?:\.\d{3}){2,})(?:,(?<fraction>\d+))?$/,
	/^(?<whole>\d{1,3}\.\d{3}),(?<fraction>\d+)$/,
];

/** Longer texts are no numbers. */
const LONGEST = 60;

/** A number as the portal writes it, with all its digits; undefined for what is none, or may be two. */
export function readNumber(value: unknown): string | undefined {
	if (typeof value === 'number') return Number.isFinite(value) ? String(value) : undefined;
	if (typeof value === 'bigint') return String(value);
	if (typeof value !== 'string' || value.length > LONGEST) return undefined;
	const [, sign, digits] = /^([+−-]?)\s?(.*)$/s.exec(value.trim()) ?? [];
	const minus = sign === '' || sign === '+' ? '' : '-';
	if (/^\d+(\.\d+)?e[+-]?\d+$/i.test(digits)) return readNumber(Number(`${minus}${digits}`));
	const parts = WRITTEN.map((form) => form.exec(digits)).find((found) => found !== null)?.groups;
	if (parts === undefined) return undefined;
	const { whole, fraction } = parts;
	return `${minus}${whole.replace(/\D/g, '')}${fraction === undefined ? '' : `.${fraction}`}`;
}

/** The same of a number without a fraction, or with one of zeros. */
export function readWholeNumber(value: unknown): string | undefined {
	const number = readNumber(value)?.replace(/\.0+$/, '');
	return number !== undefined && /^-?\d+$/.test(number) ? number : undefined;
}
