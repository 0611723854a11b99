import { openTriggerStage, fields, removeByHand, type TriggerStage } from './stage';
import { openTriggerServer } from './server';
import { triggerNode } from './workflow';

/** What stands in Bitrix24 when n8n publishes, changes, restarts and unpublishes. */
describe.each(['in a queue', 'at once'] as const)('n8n publishes %s', (publishing) => {
	let stage: TriggerStage;
	beforeEach(async () => {
		stage = await openTriggerStage(publishing);
	});
	afterEach(async () => await stage.close());

	const node = (parameters = {}) => triggerNode({ code: 'check', ...parameters });
	const registered = () => stage.portal.registered().map(({ kind, code, name }) => [kind, code, name]);
	const REMOVE = { options: { whenUnpublished: 'remove' } };

	it('and the step appears in Bitrix24 with the fields that n8n declares', async () => {
		const properties = fields({ key: 'amount', label: 'Amount', type: 'double', required: true });
		const returnProperties = fields({ key: 'answer', label: 'Answer' });
		const documentTypes = ['crm|CCrmDocumentDeal|DEAL'];
		const settings = { description: 'Asks', properties, returnProperties, documentTypes };
		expect(await stage.n8n.publish(node(settings))).toBeUndefined();
		expect(stage.portal.registered()).toMatchObject([
			{
				kind: 'robot',
				code: 'check',
				name: 'Check credit',
				handler: stage.n8n.address,
				fields: {
					DESCRIPTION: 'Asks',
					USE_SUBSCRIPTION: 'Y',
					PROPERTIES: { amount: { NAME: 'Amount', TYPE: 'double', REQUIRED: 'Y', MULTIPLE: 'N' } },
					RETURN_PROPERTIES: { answer: { NAME: 'Answer', TYPE: 'string' } },
					FILTER: { INCLUDE: [['crm', 'CCrmDocumentDeal', 'DEAL']] },
				},
			},
		]);
		expect(stage.asked()).toEqual(['robot.list', 'robot.add']);
	});

	it('and makes a code of its own when the builder has none', async () => {
		await stage.n8n.publish(triggerNode({}));
		await stage.n8n.unpublish();
		await stage.n8n.publish(triggerNode({}));
		expect(registered()).toEqual([['robot', expect.stringMatching(/^n8n_[0-9a-f]{24}$/), 'Check credit']]);
	});

	it('again, or restarts, and nothing changes', async () => {
		await stage.n8n.publish(node());
		const before = stage.portal.registered();
		expect(await stage.n8n.restart()).toBeUndefined();
		expect(stage.asked()).toEqual(['robot.list', 'robot.add']);
		expect(await stage.n8n.publish(node())).toBeUndefined();
		expect(stage.portal.registered()).toEqual(before);
	});

	it('a changed version, and the step is changed in its place', async () => {
		await stage.n8n.publish(
			node({ properties: fields({ key: 'a' }), documentTypes: ['crm|CCrmDocumentDeal|DEAL'] }),
		);
		await stage.n8n.publish(node({ name: 'Check again', waitForResult: 'designer' }));
		expect(registered()).toEqual([['robot', 'check', 'Check again']]);
		const [{ fields: now }] = stage.portal.registered();
		expect(now).toMatchObject({ PROPERTIES: {}, FILTER: {}, USE_SUBSCRIPTION: '' });
		expect(stage.asked()).toEqual(['robot.list', 'robot.add', 'robot.update']);
	});

	it('a step that the portal has lost, and it is there again', async () => {
		await stage.n8n.publish(node());
		await stage.n8n.unpublish();
		await removeByHand(stage, 'check');
		await stage.n8n.publish(node());
		expect(registered()).toEqual([['robot', 'check', 'Check credit']]);
	});

	it('a node that has another name now, and the step is changed in its place', async () => {
		await stage.n8n.publish(node());
		await stage.n8n.unpublish();
		await stage.n8n.publish({ ...node({ name: 'New name' }), name: 'Renamed' });
		expect(registered()).toEqual([['robot', 'check', 'New name']]);
		expect(stage.asked()).toEqual(['robot.list', 'robot.add', 'robot.update']);
	});

	it('another kind of step under the same code', async () => {
		await stage.n8n.publish(node());
		await stage.n8n.publish(node({ kind: 'activity' }));
		expect(registered()).toEqual([['activity', 'check', 'Check credit']]);
	});

	it('and unpublishes: the step stays, unless it is to be removed', async () => {
		await stage.n8n.publish(node());
		expect(await stage.n8n.unpublish()).toBeUndefined();
		expect(registered()).toHaveLength(1);

		await stage.n8n.publish(node(REMOVE));
		expect(await stage.n8n.unpublish()).toBeUndefined();
		expect(registered()).toEqual([]);
		expect(stage.n8n.stored()).not.toContain('check');
	});

	it('and unpublishes a step that is gone already', async () => {
		await stage.n8n.publish(node(REMOVE));
		await removeByHand(stage, 'check');
		expect(await stage.n8n.unpublish()).toBeUndefined();
	});

	it('a version that the portal refuses: the step that works stays as it is', async () => {
		await stage.n8n.publish(node());
		stage.portal.setLimits({ admin: false });
		const message = await stage.n8n.publish(node({ name: 'Check again' }));
		expect(message).toMatch(/only an administrator.*publish again/);
		expect(registered()).toEqual([['robot', 'check', 'Check credit']]);

		stage.portal.setLimits({ admin: true });
		expect(await stage.n8n.publish(node({ name: 'Check again' }))).toBeUndefined();
		expect(registered()).toEqual([['robot', 'check', 'Check again']]);
	});

	it('though answers get lost', async () => {
		for (const method of ['list', 'add', 'delete']) {
			stage.portal.fault({ kind: 'dropAfter', method: `bizproc.robot.${method}` });
		}
		expect(await stage.n8n.publish(node(REMOVE))).toBeUndefined();
		expect(registered()).toEqual([['robot', 'check', 'Check credit']]);
		expect(await stage.n8n.unpublish()).toBeUndefined();
		expect(registered()).toEqual([]);
	});

	it('anew when the credential belongs to another portal now', async () => {
		await stage.n8n.publish(node());
		const other = stage.closing(await openTriggerStage(publishing));
		stage.credentials.add('oauth2', other.credentials.read('oauth2'));
		await stage.n8n.unpublish();
		expect(await stage.n8n.publish(node())).toBeUndefined();
		expect(other.portal.registered()).toMatchObject([{ code: 'check', handler: stage.n8n.address }]);
	});

	it('and unpublishes a copy that never came to be published: the first one keeps its step', async () => {
		await stage.n8n.publish(node(REMOVE));
		const copy = stage.closing(await openTriggerServer(stage.engine, publishing, { workflowId: 'copy' }));
		copy.store(stage.n8n.stored());
		expect(await copy.publish(node({ ...REMOVE, name: '' }))).toMatch(/has no name/);
		expect(await copy.unpublish()).toBeUndefined();
		expect(registered()).toEqual([['robot', 'check', 'Check credit']]);
	});

	it('anew when the application was deleted and created again, and its steps with it', async () => {
		await stage.n8n.publish(node());
		await removeByHand(stage, 'check');
		const { clientId, ...others } = stage.credentials.read('oauth2');
		expect(clientId).toBeTruthy();
		stage.credentials.add('oauth2', { ...others, clientId: 'local.another' } as never);
		expect(await stage.n8n.restart()).toBeUndefined();
		// The queue of n8n 2.41 calls no hook at a start: there it takes unpublishing and publishing.
		expect(registered()).toHaveLength(publishing === 'at once' ? 1 : 0);
		await stage.n8n.unpublish();
		expect(await stage.n8n.publish(node())).toBeUndefined();
		expect(registered()).toEqual([['robot', 'check', 'Check credit']]);
	});

	it('and starts anew with a credential that belongs to another portal now', async () => {
		await stage.n8n.publish(node());
		const other = stage.closing(await openTriggerStage(publishing));
		stage.credentials.add('oauth2', other.credentials.read('oauth2'));
		expect(await stage.n8n.restart()).toBeUndefined();
		// The queue of n8n 2.41 calls no hook at a start: there it takes unpublishing and publishing.
		expect(other.portal.registered()).toHaveLength(publishing === 'at once' ? 1 : 0);
	});
});
