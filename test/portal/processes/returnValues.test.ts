import { post } from '../http/client';
import { ANSWER, openStage, type Stage, until } from './stage';

let stage: Stage;
beforeEach(async () => {
	stage = await openStage();
});
afterEach(async () => await stage.close());

it.each<[string, object, object]>([
	['in another case under the declared name', { aNSWER: 1 }, { Answer: 1 }],
	['with their types, also lists and objects', { Answer: [1, { a: true }] }, { Answer: [1, { a: true }] }],
	['and drops unknown ones', { Other: 1 }, {}],
	['and takes a list for nothing known', ['a'], {}],
])('takes returned values %s', async (_how, given, taken) => {
	const { portal, register, begin, send } = stage;
	await register('ask', ANSWER);
	const id = await begin({});
	await send(portal.process(id).eventToken, given);
	expect(portal.process(id).returned).toEqual([{ code: 'ask', values: taken, timedOut: false }]);
});

it('takes a list that came by a form as a list', async () => {
	const { portal, register, begin } = stage;
	await register('ask', ANSWER);
	const id = await begin({});
	const token = encodeURIComponent(portal.process(id).eventToken);
	const form = `EVENT_TOKEN=${token}&RETURN_VALUES[Answer][]=a&RETURN_VALUES[Answer][]=b`;
	await post(`${portal.webhookUrl}bizproc.event.send`, form);
	expect(portal.process(id).returned).toMatchObject([{ values: { Answer: ['a', 'b'] } }]);
});

it('hands a returned value to a later step', async () => {
	const { portal, handler, register, begin, send } = stage;
	await register('ask', ANSWER);
	const PROPERTIES = { alone: { NAME: 'a' }, within: { NAME: 'b' }, list: { NAME: 'c', MULTIPLE: 'Y' } };
	await register('next', { PROPERTIES });
	const properties = {
		alone: '{=ask:Answer}',
		within: 'It is {=ask:Answer}, {=ask:Else}',
		list: ['{=ask:Answer}'],
	};
	const id = await begin({}, { code: 'next', properties });
	await send(portal.process(id).eventToken, { Answer: 'yes' });
	await until(() => handler.received.length === 2);
	expect(handler.received[1].properties).toEqual({
		alone: 'yes',
		within: 'It is yes, {=ask:Else}',
		list: ['yes'],
	});
});
