import type { ItemReader } from './reader';
import { trim, utf8Bytes } from './text';

/** The portal keeps a line in a MySQL column of type TEXT. */
const LONGEST_MESSAGE_BYTES = 65_535;

/**
 * The text of a log line of one item as it is sent; empty if the field holds nothing but spaces.
 * @param label the field's name as the user sees it
 */
export function readLogMessage(item: ItemReader, name: string, label: string): string {
	const text = item.text(name, label);
	const trimmed = trim(text ?? '');
	if (text === undefined || trimmed === '') return '';
	const bytes = utf8Bytes(trimmed);
	if (bytes > LONGEST_MESSAGE_BYTES) {
		item.refuse(
			`The field ${label} is too long: ${bytes} bytes`,
			`Bitrix24 keeps at most ${LONGEST_MESSAGE_BYTES} bytes of a line. Shorten the text, or write it as several lines.`,
		);
	}
	// PHP takes the text "0" for empty; the space in front is trimmed off before the line is kept.
	return text === '0' ? ' 0' : text;
}
