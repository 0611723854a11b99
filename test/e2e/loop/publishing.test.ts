import type { IDataObject } from 'n8n-workflow';
import { publish, tryToPublish, unpublish } from '../../n8n/publication';
import { endedProcess, startProcess, stepNamed } from '../../n8n/portalProcesses';
import { saveWorkflow, type Workflow } from '../../n8n/workflows';
import { openStage, type Stage } from '../stage';
import { changeStep, linesOf, publishStep, stepWorkflow } from './stepWorkflow';
import { itSinceN8n2 } from '../../n8n/version';

/** What publishing and unpublishing a workflow does to its step in the portal. */

let stage: Stage;
beforeAll(async () => {
	stage = await openStage({ connected: true });
});
beforeEach(() => stage.portal.clear());
afterAll(async () => await stage.portal.stop());

/** What the portal was asked since the test began. */
const asked = () => stage.portal.requests.map(({ method }) => method);

const names = () => stage.portal.registered().map(({ name }) => name);

async function republish(workflow: Workflow, settings: IDataObject): Promise<void> {
	await publish(stage.session, await changeStep(stage, workflow, settings));
}

it('Publishing a workflow puts its step into the portal, with the address of this node', async () => {
	const { nodes } = await publishStep(stage, 'Put in', { kind: 'activity', description: 'What it does' });
	expect(asked()).toEqual(['bizproc.activity.list', 'bizproc.activity.add']);
	expect(stepNamed(stage.portal, 'Put in')).toMatchObject({
		kind: 'activity',
		handler: `${stage.url}/webhook/${nodes[0].webhookId}/bitrix24`,
		fields: {
			DESCRIPTION: 'What it does',
			USE_SUBSCRIPTION: 'Y',
			PROPERTIES: { sum: { TYPE: 'double' }, tags: { MULTIPLE: 'Y' } },
		},
	});
});

itSinceN8n2('n8n 1 unpublishes and publishes an active workflow at each save')(
	'Publishing it again, as it is or with a change elsewhere in the workflow, asks the portal nothing',
	async () => {
		const workflow = await publishStep(stage, 'Published again');
		stage.portal.clear();
		await publish(stage.session, workflow);
		const [trigger, ...others] = workflow.nodes;
		const nodes = [trigger, ...others.map((node) => ({ ...node, notes: 'looked through' }))];
		await publish(stage.session, await saveWorkflow(stage.session, { ...workflow, nodes }));
		expect(asked()).toEqual([]);
	},
);

itSinceN8n2('n8n 1 unpublishes and publishes an active workflow at each save')(
	'Publishing it with changed fields updates the step, which keeps its code and its address',
	async () => {
		const workflow = await publishStep(stage, 'Before the change');
		const before = stepNamed(stage.portal, 'Before the change');
		stage.portal.clear();
		const field = [{ key: 'only', label: 'The only field', type: 'string' }];
		const settings = { name: 'After the change', properties: { field }, returnProperties: { field } };
		await republish(workflow, settings);

		expect(asked()).toEqual(['bizproc.robot.update']);
		const { code, handler, fields } = stepNamed(stage.portal, 'After the change');
		expect({ code, handler }).toEqual({ code: before.code, handler: before.handler });
		expect(fields.PROPERTIES).toMatchObject({ only: { NAME: 'The only field' } });
		expect(names()).not.toContain('Before the change');

		const id = await startProcess(stage.portal, [{ name: 'After the change', properties: { only: 'this' } }]);
		const { returned } = await endedProcess(stage.portal, id);
		expect(returned.map(({ values }) => values)).toEqual([{ only: 'this' }]);
	},
);

it('Publishing it as another kind of step leaves one step, of the new kind', async () => {
	const workflow = await publishStep(stage, 'Rule or action', { kind: 'robot' });
	await republish(workflow, { kind: 'activity' });
	const same = stage.portal.registered().filter(({ name }) => name === 'Rule or action');
	expect(same.map(({ kind }) => kind)).toEqual(['activity']);
});

it('Unpublishing keeps the step: a process that comes to it waits, and the next publication is heard again', async () => {
	const workflow = await publishStep(stage, 'Kept');
	await unpublish(stage.session, workflow);
	expect(names()).toContain('Kept');
	const waiting = await startProcess(stage.portal, [{ name: 'Kept' }]);
	expect(stage.portal.process(waiting)).toMatchObject({ state: 'running', posts: [{ status: 404 }] });

	await publish(stage.session, workflow);
	const { lines } = await endedProcess(stage.portal, await startProcess(stage.portal, [{ name: 'Kept' }]));
	expect(lines).toHaveLength(2);
});

it('Unpublishing removes the step where that was chosen, and publishing puts it back', async () => {
	const workflow = await publishStep(stage, 'Removed', { options: { whenUnpublished: 'remove' } });
	await unpublish(stage.session, workflow);
	expect(names()).not.toContain('Removed');
	await publish(stage.session, workflow);
	expect(names()).toContain('Removed');
	await republish(workflow, { description: 'Changed' });
	expect(stepNamed(stage.portal, 'Removed').fields.DESCRIPTION).toBe('Changed');
});

itSinceN8n2('n8n 1 unpublishes and publishes an active workflow at each save')(
	'Who is no administrator reads so when publishing, and the step that is there goes on as it was',
	async () => {
		const workflow = await publishStep(stage, 'Of an administrator');
		const before = stepNamed(stage.portal, 'Of an administrator');
		const changed = await changeStep(stage, workflow, { name: 'Of anybody' });
		const added = await saveWorkflow(stage.session, stepWorkflow('Never put in'));
		stage.portal.setLimits({ admin: false });
		const publications = await Promise.all(
			[changed, added].map(async (one) => await tryToPublish(stage.session, one)),
		);
		stage.portal.setLimits({ admin: true });

		for (const { status, messages } of publications) {
			expect(status).toBe('failed');
			expect(messages.join()).toMatch(/only an administrator register/);
			expect(messages.join()).toMatch(/connect the OAuth2 credential/);
		}
		expect(stepNamed(stage.portal, 'Of an administrator')).toEqual(before);
		expect(names()).not.toContain('Never put in');

		await publish(stage.session, changed);
		expect(stepNamed(stage.portal, 'Of anybody').code).toBe(before.code);
		const id = await startProcess(stage.portal, [{ name: 'Of anybody' }]);
		expect((await endedProcess(stage.portal, id)).lines).toEqual(linesOf(id));
	},
);
