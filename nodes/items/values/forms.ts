import type { Zone } from 'luxon';
import type { DeclaredField, FieldType } from '../declaredFields';
import { toText } from '../text';
import { readMoment } from './moments';
import { readNumber, readWholeNumber } from './numbers';
import { readFieldOptions } from './options';
import { namesOf, readOption } from './select';
import { readUser } from './users';
import { yesOrNo } from './yesOrNo';

/** How values of one type are written. */
export interface Form {
	/** As the trigger offers it. */
	name: string;
	/** @returns undefined for what it cannot be, or may be two things */
	read(value: unknown, field: DeclaredField, zone: Zone): string | undefined;
	/** What is taken, as a sentence. */
	takes(field: DeclaredField): string;
}

const byText =
	(read: (text: string, field: DeclaredField) => string | undefined): Form['read'] =>
	(value, field) => {
		const text = toText(value);
		return text === undefined ? undefined : read(text, field);
	};

/** The two that are missing take any text. */
export const FORMS: Partial<Record<FieldType, Form>> = {
	bool: {
		name: 'Yes or No',
		read: byText(yesOrNo),
		takes: () => 'It takes true or false, yes or no, Y or N, 1 or 0, да or нет, ✓ or ✗.',
	},
	date: {
		name: 'Date',
		read: (value, _field, zone) => readMoment(value, zone)?.toFormat('yyyy-MM-dd'),
		takes: () =>
			'It takes a day such as 2026-12-31 or 31.12.2026, or a moment such as {{ $now }}, which becomes the day in the portal’s zone. 03/04/2026 may be two days.',
	},
	datetime: {
		name: 'Date and Time',
		// Without the fraction, which the portal cannot read, and by its own clock: it reads over any other zone.
		read: (value, _field, zone) => readMoment(value, zone)?.toFormat("yyyy-MM-dd'T'HH:mm:ssZZ"),
		takes: () =>
			'It takes a moment such as {{ $now }} or 2026-12-31T18:30:00Z, or the portal’s own time such as 2026-12-31 18:30 or 31.12.2026 18:30. 03/04/2026 may be two days.',
	},
	double: {
		name: 'Number',
		read: readNumber,
		takes: () => 'It takes a number such as 1200.5, 12,5 or 1 200. 1,200 may be two numbers.',
	},
	file: {
		name: 'File',
		read: (value) => (/^[1-9]\d*$/.test(toText(value) ?? '') ? toText(value) : undefined),
		takes: () =>
			'It takes the number of a file that Bitrix24 holds, as a step hands it over. Bitrix24 takes no content in a result: store the file there first, or return a link to it as text.',
	},
	int: {
		name: 'Whole Number',
		read: readWholeNumber,
		takes: () => 'It takes a whole number such as 1200 or 1 200. 1,200 may be two numbers.',
	},
	select: {
		name: 'Select',
		read: byText((text, { options }) => readOption(text, readFieldOptions(options))),
		takes: ({ options }) => `It takes one of its options: ${namesOf(readFieldOptions(options))}.`,
	},
	user: {
		name: 'User',
		read: byText(readUser),
		takes: () =>
			'It takes the number of a Bitrix24 user, as 31 or user_31. Bitrix24 looks up neither names nor e-mail addresses.',
	},
};
