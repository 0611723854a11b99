import { post } from '../http/client';
import { openStage, type Stage } from '../processes/stage';

let stage: Stage;
beforeEach(async () => {
	stage = await openStage();
});
afterEach(async () => await stage.close());

it('A process keeps what the step declared, read by the portal’s clock', async () => {
	const { portal, register, begin, send } = stage;
	portal.setLimits({ zone: 'Europe/Moscow' });
	const RETURN_PROPERTIES = { due: { Name: 'Due', Type: 'datetime' }, sum: { Name: 'Sum', Type: 'double' } };
	await register('ask', { RETURN_PROPERTIES });
	const id = await begin({});
	await send(portal.process(id).eventToken, { due: '2026-12-31T15:30:00Z', sum: '12,5' });
	expect(portal.process(id).returned).toEqual([
		{
			code: 'ask',
			values: { due: '2026-12-31T15:30:00+03:00', sum: '12,5' },
			unfit: ['sum'],
			timedOut: false,
		},
	]);
});

it('Every answer shows the portal’s zone', async () => {
	const { portal } = stage;
	portal.setLimits({ zone: 'Asia/Kolkata' });
	const { data } = await post(`${portal.webhookUrl}server.time`, {});
	expect(data).toMatchObject({
		result: expect.stringMatching(/\+05:30$/),
		time: { date_start: expect.stringMatching(/\d\d:\d\d:\d\d\+05:30$/) },
	});
});
