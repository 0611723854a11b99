import { applicationOf, connectApplication } from '../../n8n/portalCredentials';
import { trigger } from '../nodeSearch';
import type { NodePanel } from '../nodePanel';
import { expected } from '../expected';
import { openPrepared } from '../prepared';
import { newWorkflow, openEditor, type EditorStage } from '../stage';

/** A trigger that is not ready, and what stands beside it when it is. */

let stage: EditorStage;
beforeAll(async () => {
	stage = await openEditor();
	await connectApplication(stage.session, stage.n8n, stage.portal);
});
afterAll(async () => await stage.close());

const openTrigger = async () =>
	await openPrepared(stage, [
		{ type: 'bizprocTrigger', name: 'Trigger', credential: applicationOf(stage.portal) },
	]);

it('added and left as it came, it can be published under the name that it came with', async () => {
	await newWorkflow(stage);
	await stage.canvas.addFirst(trigger);
	await (await stage.canvas.opened()).close();
	await stage.canvas.publish();
	await stage.canvas.published();
	expect(stage.portal.registered()).toMatchObject([{ name: 'n8n step' }]);
});

it.each<[string, (panel: NodePanel) => Promise<void>, string]>([
	['without a name', async (panel) => await panel.empty('Name'), expected.triggerNotReady.nameless],
	[
		'with an empty row',
		async (panel) => await panel.add('Add Field', 'Fields'),
		expected.triggerNotReady.emptyRow,
	],
	[
		'with a Russian key',
		async (panel) => {
			await panel.add('Add Field', 'Fields');
			await panel.type('Key', 'сумма');
		},
		expected.triggerNotReady.russianKey,
	],
])('%s it cannot be published, and n8n says why', async (_what, spoil, notice) => {
	await openTrigger();
	const before = stage.portal.registered();
	const panel = await stage.canvas.open('Trigger');
	await spoil(panel);
	await panel.close();
	await stage.canvas.publish();
	expect(await stage.canvas.problem()).toEqual(notice);
	expect(stage.portal.registered()).toEqual(before);
});

it('tells how to try it, and while it listens what to do in Bitrix24', async () => {
	await openTrigger();
	const panel = await stage.canvas.open('Trigger');
	await panel.type('Name', 'Ask n8n');
	await panel.scope.getByText('When will this node trigger my flow?').waitFor();
	expect(await panel.triggerPanel()).toEqual(expected.triggerPanel.ready);
	await panel.execute();
	await panel.scope.getByTestId('trigger-listening').waitFor();
	expect(await panel.triggerPanel()).toEqual(expected.triggerPanel.listening);
	// n8n's own words do not say where; ours stand to the right of them.
	expect(await panel.output.hints()).toEqual([expected.triggerPanel.whileListening]);
	expect(stage.portal.registered()).toContainEqual(expect.objectContaining({ name: 'Ask n8n (test)' }));
	await stage.person.click(panel.scope.getByRole('button', { name: 'Stop Listening' }).first());
	await panel.scope.getByTestId('trigger-header').waitFor();
});
