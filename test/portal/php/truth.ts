import { isPhpArray } from './array';

/** PHP's `empty()` over decoded JSON or form values; its opposite is PHP's truthiness. */
export function isEmpty(value: unknown): boolean {
	if (isPhpArray(value)) return Object.keys(value).length === 0;
	return value === '0' || !value;
}

const WHITE_SPACE = ' \t\n\r\0\v';

/** PHP's `trim()`: ASCII only, so a no-break space or a form feed stays. */
export function trim(text: string): string {
	let start = 0;
	let end = text.length;
	while (start < end && WHITE_SPACE.includes(text[start])) start++;
	while (end > start && WHITE_SPACE.includes(text[end - 1])) end--;
	return text.slice(start, end);
}
