import { openTypedStage, type TypedStage } from '../typedStage';

/** A moment arrives as the same moment, whoever wrote it and in whatever zone; a day as the day that it is at the portal. */

const DATETIME = { type: 'datetime' };
const DATE = { type: 'date' };

describe.each([
	['east of n8n', 'Asia/Kolkata', '2026-12-31T21:00:00+05:30', '2027-01-01'],
	['west of n8n', 'America/Caracas', '2026-12-31T11:30:00-04:00', '2026-12-31'],
])('At a portal %s', (_where, zone, moment, lateDay) => {
	let stage: TypedStage;
	beforeAll(async () => {
		stage = await openTypedStage({ zone });
	});
	afterAll(async () => await stage.close());

	it.each<[string, { value?: unknown; expression?: string }]>([
		[
			'a DateTime, as $now is one',
			{ expression: '={{ DateTime.fromISO("2026-12-31T18:30:00.789+03:00", { setZone: true }) }}' },
		],
		['a Date', { expression: '={{ new Date("2026-12-31T15:30:00.789Z") }}' }],
		['a Date in a text', { expression: '={{ new Date("2026-12-31T15:30:00Z").toString() }}' }],
		['ISO with milliseconds', { value: '2026-12-31T15:30:00.789Z' }],
		['ISO with Z', { value: '2026-12-31T15:30:00Z' }],
		['ISO with +00:00', { value: '2026-12-31T15:30:00+00:00' }],
		['ISO of another zone', { value: '2026-12-31T10:30:00-05:00' }],
		['ISO with a short zone', { value: '2026-12-31 18:30:00+03' }],
		['as mails write it', { value: 'Thu, 31 Dec 2026 15:30:00 GMT' }],
		['unix milliseconds', { value: 1798731000000 }],
		['unix seconds', { value: '1798731000' }],
	])('%s is the same moment', async (_what, { value, expression }) => {
		expect(await stage.answer(DATETIME, value, { expression })).toEqual({ kept: moment, isUnfit: false });
	});

	it('a moment late in the evening is the day that it is there', async () => {
		const late = '2026-12-31T19:00:00.000Z';
		expect(await stage.answer(DATE, late)).toMatchObject({ kept: lateDay, isUnfit: false });
	});

	it.each([
		['2026-12-31T09:05:00', '09:05:00'],
		['2026-12-31 09:05', '09:05:00'],
		['31.12.2026 9:05', '09:05:00'],
		['31.12.2026 09:05:07', '09:05:07'],
		['12/31/2026 9:05 PM', '21:05:00'],
		['31/12/2026, 09:05', '09:05:00'],
		['2026-12-31', '00:00:00'],
	])('%s is the portal’s own clock', async (value, clock) => {
		const { kept, isUnfit } = await stage.answer(DATETIME, value);
		expect(String(kept).slice(0, 19)).toBe(`2026-12-31T${clock}`);
		expect(isUnfit).toBe(false);
	});

	it.each([
		'2026-12-31',
		'31.12.2026',
		'12/31/2026',
		'31/12/2026',
		'2026/12/31',
		'31.12.2026 23:59',
		' 31.12.2026 ',
	])('the day %s stays that day', async (value) =>
		expect(await stage.answer(DATE, value)).toMatchObject({ kept: '2026-12-31', isUnfit: false }),
	);

	it.each(['03/04/2026', '3-4-2026', '31.12.26', '30.02.2026', 'tomorrow', '18:30', 'true', '46387'])(
		'%s is refused, because it is no date or may be two',
		async (value) => {
			const { kept, said, advice } = await stage.answer(DATE, value);
			expect(kept).toBeUndefined();
			expect(said).toBe(`"${value}" cannot be the return value "it", which is of type Date`);
			expect(advice).toMatch(/such as 2026-12-31 or 31\.12\.2026/);
		},
	);

	it('nothing empties the value', async () =>
		expect(await stage.answer(DATETIME, null)).toMatchObject({ kept: '', isUnfit: false }));
});

describe('The portal’s clock', () => {
	let stage: TypedStage;
	afterEach(async () => await stage.close());

	it('is asked once, before the first date is sent, and then known from every answer', async () => {
		stage = await openTypedStage({ zone: 'Asia/Kolkata' });
		const asked = () =>
			stage.portal.requests.map(({ method }) => method.replace(/^bizproc\.robot.*/, 'robot'));
		await stage.answer(DATETIME, '2026-12-31T15:30:00Z');
		await stage.answer(DATETIME, '2026-12-31T15:30:00Z');
		expect(asked()).toEqual(['robot', 'method.get', 'bizproc.event.send', 'robot', 'bizproc.event.send']);
	});

	it('is not asked where no date is declared', async () => {
		stage = await openTypedStage();
		await stage.answer({ type: 'string' }, '2026-12-31T15:30:00Z');
		expect(stage.portal.requests.map(({ method }) => method)).toEqual([
			'bizproc.robot.add',
			'bizproc.event.send',
		]);
	});

	it('that cannot be asked keeps the result back, and the process waiting', async () => {
		stage = await openTypedStage();
		stage.portal.fault({ kind: 'refuse', status: 401, code: 'insufficient_scope', method: 'method.get' });
		const { kept, said } = await stage.answer(DATETIME, '2026-12-31T15:30:00Z');
		expect(kept).toBeUndefined();
		expect(said).toMatch(/scope bizproc/);
	});

	it('has the summer time of n8n’s zone, where both show the same time now', async () => {
		// The workflow of these tests has n8n's own zone.
		stage = await openTypedStage({ zone: 'America/New_York' });
		const both = ['2027-07-01T12:00:00Z', '2027-01-01T12:00:00Z'];
		const kept = await Promise.all(both.map(async (value) => (await stage.answer(DATETIME, value)).kept));
		expect(kept).toEqual(['2027-07-01T08:00:00-04:00', '2027-01-01T07:00:00-05:00']);
	});
});
