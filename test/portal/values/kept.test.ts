import { parseStr } from '../php/parseStr';
import { keep, type Kept } from './kept';

/** What becomes of a returned value, by its declared type, at a portal in Moscow (+03:00, no summer time) or Berlin. */

const kept = (property: object, given: unknown, zone = 'Europe/Moscow'): Kept =>
	keep({ NAME: 'it', ...property }, given, zone);
const fit = (value: unknown) => ({ value, isUnfit: false });
const unfit = (value: unknown) => ({ value, isUnfit: true });

describe('A moment is read by the portal’s own clock', () => {
	it.each<[given: string, kept: Kept]>([
		['2026-12-31T18:30:00+03:00', fit('2026-12-31T18:30:00+03:00')],
		['31.12.2026 18:30:00', fit('2026-12-31T18:30:00+03:00')],
		['31.12.2026', fit('2026-12-31T00:00:00+03:00')],
		['2026-12-31T18:30:00', fit('2026-12-31T18:30:00+03:00')],
		['1798731000', fit('2026-12-31T18:30:00+03:00')],
		// Another zone is read over: three hours wrong.
		['2026-12-31T15:30:00Z', fit('2026-12-31T15:30:00+03:00')],
		['2026-12-31T15:30:00+00:00', fit('2026-12-31T15:30:00+03:00')],
		['2026-12-31T18:30:00.000+03:00', unfit('2026-12-31T18:30:00.000+03:00')],
		['2026-12-31T18:30:00.000Z', unfit('2026-12-31T18:30:00.000Z')],
		['12/31/2026', unfit('12/31/2026')],
		['2026-02-30T10:00:00+03:00', unfit('2026-02-30T10:00:00+03:00')],
		['tomorrow', unfit('tomorrow')],
	])('%s', (given, value) => expect(kept({ TYPE: 'datetime' }, given)).toEqual(value));

	it('in summer and in winter', () =>
		expect(
			['2026-07-01T12:00:00', '2026-12-01T12:00:00'].map(
				(given) => kept({ TYPE: 'datetime' }, given, 'Europe/Berlin').value,
			),
		).toEqual(['2026-07-01T12:00:00+02:00', '2026-12-01T12:00:00+01:00']));
});

it.each<[given: string, kept: Kept]>([
	['2026-12-31', fit('2026-12-31')],
	['31.12.2026', fit('2026-12-31')],
	// The day that it is in London.
	['2026-12-31T22:30:00Z', fit('2026-12-31')],
	['2026-12-31T22:30:00.000Z', unfit('2026-12-31T22:30:00.000Z')],
])('A day: %s', (given, value) => expect(kept({ TYPE: 'date' }, given)).toEqual(value));

it.each<[type: string, given: unknown, kept: Kept]>([
	['bool', 'Y', fit('Y')],
	['bool', 'Да', unfit('Да')],
	['int', '12', fit('12')],
	['int', '1.5', unfit('1.5')],
	['double', '1.5', fit('1.5')],
	['double', '12,5', unfit('12,5')],
	['user', 'user_31', fit('user_31')],
	['user', '31', unfit('31')],
	['file', '812', fit('812')],
	['file', ['a.txt', 'YQ=='], unfit(['a.txt', 'YQ=='])],
	['select', 'hi', fit('hi')],
	['select', 'High', unfit('High')],
	['string', 'whatever', fit('whatever')],
	['int', '', fit('')],
])('Everything else stays as it came: %s %j', (TYPE, given, value) =>
	expect(kept({ TYPE, OPTIONS: { hi: 'High' } }, given)).toEqual(value),
);

it('Several values are a list, of which each is read', () => {
	const property = { TYPE: 'date', MULTIPLE: 'Y' };
	expect(kept(property, ['2026-12-31', 'x'])).toEqual(unfit(['2026-12-31', 'x']));
	expect(kept(property, parseStr('a[0]=31.12.2026&a[1]=2026-12-30').a)).toEqual(
		fit(['2026-12-31', '2026-12-30']),
	);
	expect(kept({ MULTIPLE: 'Y' }, 'a, b')).toEqual(unfit('a, b'));
});

it('Options may be registered as pairs, whose order nobody changes', () =>
	expect(
		kept(
			{
				TYPE: 'select',
				OPTIONS: [
					['30', 'High'],
					['10', 'Low'],
				],
			},
			'10',
		),
	).toEqual(fit('10')));
