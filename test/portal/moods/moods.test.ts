import { logCommand } from '../batch/logCommand';
import { post } from '../http/client';
import { type Portal, startPortal } from '../portal';
import { connectPortal } from '../remote';
import type { MoodName } from './moods';

let portal: Portal;
let workflowId: string;
let eventToken: string;
beforeEach(async () => {
	portal = await startPortal();
	({ workflowId, eventToken } = portal.startWorkflow());
});
afterEach(async () => await portal.stop());

const call = async (method: string, fields: object) => await post(`${portal.webhookUrl}${method}`, fields);
const log = async () => await call('bizproc.activity.log', { EVENT_TOKEN: eventToken, LOG_MESSAGE: 'alone' });
const send = async () => await call('bizproc.event.send', { EVENT_TOKEN: eventToken });
const batch = async () => await call('batch', { cmd: [logCommand(eventToken, 'in a batch')] });

it.each<[MoodName, number, string]>([
	['limitsUsedUp', 429, 'OPERATION_TIME_LIMIT'],
	['busy', 400, '423'],
])('%s: refuses again and again what needs a process, and nothing else', async (mood, status, error) => {
	portal.setMood(mood);
	for (const answer of [await log(), await log(), await send()]) {
		expect(answer).toMatchObject({ status, data: { error } });
	}
	expect((await batch()).data.result.result_error).toMatchObject([{ error }]);
	expect((await call('scope', {})).status).toBe(200);
	expect(portal.log(workflowId)).toEqual([]);
});

it('loggingOff: accepts lines and keeps none', async () => {
	portal.setMood('loggingOff');
	expect((await log()).data.result).toBe(true);
	expect((await batch()).data.result.result).toEqual([true]);
	expect(portal.log(workflowId)).toEqual([]);
});

it('answersLost: does what it is asked, and nobody hears of it', async () => {
	portal.setMood('answersLost');
	await expect(log()).rejects.toMatchObject({ code: 'ECONNRESET' });
	await expect(batch()).rejects.toMatchObject({ code: 'ECONNRESET' });
	expect(portal.log(workflowId)).toEqual(['alone', 'in a batch']);
});

it.each(['the next mood', 'clear'])('ends with %s', async (end) => {
	portal.setMood('busy');
	if (end === 'clear') portal.clear();
	else portal.setMood('normal');
	expect((await log()).data.result).toBe(true);
	expect(portal.mood).toBe('normal');
});

it('lets a queued fault strike first', async () => {
	portal.setMood('busy');
	portal.fault({ kind: 'queryLimit' });
	expect([(await log()).status, (await log()).status]).toEqual([503, 400]);
});

it('is known by name only, also from afar', async () => {
	const remote = connectPortal(portal.url);
	await remote.setMood('busy');
	expect((await remote.describe()).mood).toBe('busy');
	await expect(remote.setMood('constructor' as MoodName)).rejects.toThrow('no mood constructor');
});
