/** A thousand two hundred, or one and two hundred. */
const GROUPED = /^\d{1,3}(,\d{3})+$/;

/**
 * The values that one text holds: by lines and semicolons, or by commas where these are no part of a value.
 * @param isOne whether a text is a value
 * @returns undefined for what may be one value or several
 */
export function split(text: string, isOne: (text: string) => boolean): string[] | undefined {
	const lines = trimmed(text.split(/[;\r\n]/));
	if (lines.length > 1) return lines;
	const parts = trimmed(text.split(','));
	if (parts.length === 1 || !parts.every(isOne)) return isOne(text) ? [text] : parts;
	return isOne(text) || GROUPED.test(text.trim()) ? undefined : parts;
}

const trimmed = (texts: string[]): string[] => texts.map((text) => text.trim()).filter((text) => text !== '');
