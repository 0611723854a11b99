import { listen, stopListening } from '../../n8n/editor';
import { itemsOf } from '../../n8n/executions';
import { stepNamed } from '../../n8n/portalProcesses';
import { until } from '../../n8n/until';
import { openStage, type Stage } from '../stage';
import { runStep } from '../step';
import { linesOf, publishStep } from './stepWorkflow';

/** Listen in the editor has a step of its own, beside the published one. */

let stage: Stage;
beforeAll(async () => {
	stage = await openStage({ connected: true });
});
afterAll(async () => await stage.portal.stop());

/** n8n removes the step of a test after it has answered. */
async function gone(name: string): Promise<void> {
	const isThere = () => stage.portal.registered().some((step) => step.name === name);
	await until(`"${name}" to be removed`, 20, async () => (isThere() ? undefined : true));
}

it('A process comes to the step of the test, the editor shows its data, and the step is removed', async () => {
	const workflow = await publishStep(stage, 'Tried', { code: 'tried' });
	const published = stepNamed(stage.portal, 'Tried');
	await listen(stage.session, workflow.id, 'Step');
	expect(stepNamed(stage.portal, 'Tried (test)')).toMatchObject({
		code: expect.stringMatching(/^tried_[0-9a-f]{8}_test$/),
		handler: published.handler.replace('/webhook/', '/webhook-test/'),
	});

	// The published step works meanwhile, and does not end the test.
	const meanwhile = await runStep(stage, workflow, { name: 'Tried' });
	expect(meanwhile.execution.mode).toBe('webhook');

	const properties = { sum: 5 };
	const { execution, process } = await runStep(stage, workflow, { name: 'Tried (test)', properties });
	expect(execution.mode).toBe('manual');
	expect(itemsOf(execution, 'Step')[0].json).toMatchObject({
		code: expect.stringMatching(/^tried_[0-9a-f]{8}_test$/),
		properties,
	});
	expect(process.lines).toEqual(linesOf(process.workflowId));
	await gone('Tried (test)');
	expect(stepNamed(stage.portal, 'Tried')).toEqual(published);
});

it('The step is removed as well when nobody comes and the person stops listening', async () => {
	const workflow = await publishStep(stage, 'Given up');
	await listen(stage.session, workflow.id, 'Step');
	stepNamed(stage.portal, 'Given up (test)');
	await stopListening(stage.session, workflow.id);
	await gone('Given up (test)');
	stepNamed(stage.portal, 'Given up');
});

it('Who cannot put a step into the portal reads why at once, and the published one stays', async () => {
	const workflow = await publishStep(stage, 'Not allowed');
	stage.portal.setLimits({ admin: false });
	const listening = listen(stage.session, workflow.id, 'Step');
	await expect(listening).rejects.toThrow(/only an administrator register/);
	stage.portal.setLimits({ admin: true });
	expect(stage.portal.registered().map(({ name }) => name)).not.toContain('Not allowed (test)');
	stepNamed(stage.portal, 'Not allowed');
});
