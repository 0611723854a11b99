import type { IExecuteFunctions } from 'n8n-workflow';
import type { Failure } from '../portal/answers/failure';
import { readField } from './field';
import { unusable } from './operation';
import { toText, trim, utf8Bytes } from './text';

/** The portal keeps a line in a MySQL column of type TEXT. */
const LONGEST_MESSAGE_BYTES = 65_535;

/**
 * The text of a log line of one item as it is sent; empty if the field holds nothing but spaces.
 * @param label the field's name as the user sees it
 */
export function readLogMessage(
	context: IExecuteFunctions,
	name: string,
	label: string,
	item: number,
): string | Failure {
	const { value, failure } = readField(context, name, label, item);
	if (failure) return failure;
	const text = toText(value);
	if (text === undefined || trim(text) === '') return '';
	const bytes = utf8Bytes(trim(text));
	if (bytes > LONGEST_MESSAGE_BYTES) {
		return unusable(
			`The field ${label} is too long: ${bytes} bytes`,
			`Bitrix24 keeps at most ${LONGEST_MESSAGE_BYTES} bytes of a line. Shorten the text, or write it as several lines.`,
		);
	}
	// PHP takes the text "0" for empty; the space in front is trimmed off before the line is kept.
	return text === '0' ? ' 0' : text;
}
