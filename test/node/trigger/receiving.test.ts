import { fields, formOf, openTriggerStage, post, type TriggerStage } from './stage';
import { triggerNode } from './workflow';

/** What a process posts when it reaches the step, and what n8n starts with. */

let stage: TriggerStage;
beforeEach(async () => {
	stage = await openTriggerStage();
});
afterEach(async () => await stage.close());

const publish = async (parameters = {}) =>
	expect(await stage.n8n.publish(triggerNode({ code: 'check', ...parameters }))).toBeUndefined();

async function runProcess(properties: Record<string, unknown> = {}) {
	const { templateId } = stage.portal.publishTemplate({
		steps: [{ kind: 'robot', code: 'check', properties }],
	});
	const { workflowId } = await stage.portal.startProcess({ templateId });
	return stage.portal.process(workflowId);
}

it('A process that reaches the step starts n8n once, with clean data and the event token', async () => {
	await publish({
		properties: fields(
			{ key: 'text' },
			{ key: 'sum', type: 'double' },
			{ key: 'ok', type: 'bool' },
			{ key: 'tags', multiple: true },
			{ key: 'none', multiple: true },
		),
		returnProperties: fields({ key: 'answer' }, { label: 'Причина отказа' }),
	});
	const process = await runProcess({ text: 'héllo & <b>', sum: '1.5', ok: 'Y', tags: ['a', 'b'], none: [] });
	expect(process.posts).toMatchObject([{ code: 'check', status: 200 }]);
	expect(stage.n8n.started).toEqual([
		{
			json: {
				eventToken: process.eventToken,
				workflowId: expect.stringMatching(/^[0-9a-f]{14}\.\d{8}$/),
				code: 'check',
				documentId: ['crm', 'CCrmDocumentDeal', expect.stringMatching(/^DEAL_/)],
				documentType: ['crm', 'CCrmDocumentDeal', 'DEAL'],
				properties: { text: 'héllo & <b>', sum: 1.5, ok: true, tags: ['a', 'b'], none: [] },
				returnKeys: ['answer', 'prichina_otkaza'],
				waitsForResult: true,
				timeoutSeconds: 0,
				sentAt: expect.stringMatching(/^20\d\d-.*Z$/),
				userId: null,
				portal: { domain: expect.any(String), memberId: stage.portal.memberId },
			},
		},
	]);
});

it('A step that runs as a user names him, and brings none of his keys', async () => {
	await publish({ options: { runAsUser: 1 } });
	await runProcess();
	expect(stage.n8n.started[0].json.userId).toBe(1);
	expect(JSON.stringify(stage.n8n.started)).not.toMatch(/access_token|refresh_token|application_token/);
	expect(JSON.stringify(stage.n8n.started)).not.toContain(stage.portal.applicationToken);
});

it('A step without fields arrives too, though the portal then posts no properties', async () => {
	await publish();
	await runProcess();
	expect(stage.n8n.started).toMatchObject([{ json: { properties: {} } }]);
});

it('Fifteen hundred values arrive, although n8n reads only a thousand of a form', async () => {
	const list = Array.from({ length: 1500 }, (_, n) => `${n}`);
	await publish({ properties: fields({ key: 'list', multiple: true }) });
	await runProcess({ list });
	expect(stage.n8n.started[0].json.properties).toEqual({ list });
});

it('Every process starts n8n once, also in a burst', async () => {
	await publish();
	const { templateId } = stage.portal.publishTemplate({ steps: [{ kind: 'robot', code: 'check' }] });
	const processes = await Promise.all(
		Array.from({ length: 50 }, async () => await stage.portal.startProcess({ templateId })),
	);
	const started = stage.n8n.started.map(({ json }) => json.workflowId).sort();
	expect(started).toEqual(processes.map(({ workflowId }) => workflowId).sort());
});

it('Hostile keys do no harm', async () => {
	await publish();
	const hostile = [
		'properties[__proto__][polluted]=1',
		'properties[constructor][prototype][polluted]=1',
		'__proto__[polluted]=1',
		`properties${'[a]'.repeat(50_000)}=1`,
		'properties[4294967294]=1',
	].join('&');
	const form = new URLSearchParams(formOf(stage, 'check')).toString();
	expect(await post(stage.n8n.address, `${form}&${hostile}`)).toBe(200);
	expect(stage.n8n.started[0].json.properties).toEqual({ 4294967294: '1' });
	expect(({} as Record<string, unknown>).polluted).toBeUndefined();
});
