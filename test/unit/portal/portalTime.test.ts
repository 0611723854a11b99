import { openPortalTime } from '../../../nodes/portal/portalTime';

/** What an answer shows of the portal's clock, and for how long that is true. */

const QUARTER_MS = 15 * 60 * 1000;
const heard = (date_start: unknown, nowMs = 0) => {
	const time = openPortalTime();
	time.note({ date_start }, 0);
	return time.offset(nowMs);
};

it.each([
	['2026-12-31T18:30:00+03:00', 180],
	['2026-12-31T18:30:00-04:00', -240],
	['2026-12-31T18:30:00+05:30', 330],
	['2026-12-31T18:30:00-00:30', -30],
	['2026-12-31T18:30:00+00:00', 0],
])('%s is %d minutes from Greenwich', (text, minutes) => expect(heard(text)).toBe(minutes));

it.each([undefined, null, 5, {}, 'yesterday', '2026-12-31T18:30:00', `${'x'.repeat(40)}+03:00`])(
	'%j says nothing',
	(text) => expect(heard(text)).toBeUndefined(),
);

it.each([undefined, null, 'x', []])('an answer with %j for its time says nothing', (time) => {
	const portal = openPortalTime();
	portal.note(time, 0);
	expect(portal.offset(0)).toBeUndefined();
});

it('is true until the next quarter of an hour, when clocks may be changed', () => {
	const text = '2026-12-31T18:30:00+03:00';
	expect(heard(text, QUARTER_MS - 1)).toBe(180);
	expect(heard(text, QUARTER_MS)).toBeUndefined();
});
