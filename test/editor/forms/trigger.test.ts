import { applicationOf, connectApplication } from '../../n8n/portalCredentials';
import { trigger } from '../canvas';
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

it('added and left as it came, it cannot be published, and n8n says why', async () => {
	await newWorkflow(stage);
	await stage.canvas.addFirst(trigger);
	await (await stage.canvas.opened()).close();
	await stage.canvas.publish();
	expect(await stage.canvas.problem()).toEqual(expected.triggerNotReady.untouched);
});

it.each([
	['an empty key', '', expected.triggerNotReady.emptyKey],
	['a Russian key', 'сумма', expected.triggerNotReady.russianKey],
])('with %s it cannot be published', async (_what, key, notice) => {
	await openPrepared(stage, [
		{ type: 'bizprocTrigger', name: 'Trigger', credential: applicationOf(stage.portal) },
	]);
	const panel = await stage.canvas.open('Trigger');
	await panel.type('Name', 'Ask n8n');
	await panel.add('Add Field', 'Fields');
	if (key) await panel.type('Key', key);
	await panel.close();
	await stage.canvas.publish();
	expect(await stage.canvas.problem()).toEqual(notice);
	expect(stage.portal.registered()).toEqual([]);
});

it('tells how to try it, and while it listens what to do in Bitrix24', async () => {
	await openPrepared(stage, [
		{ type: 'bizprocTrigger', name: 'Trigger', credential: applicationOf(stage.portal) },
	]);
	const panel = await stage.canvas.open('Trigger');
	await panel.type('Name', 'Ask n8n');
	await panel.scope.getByText('When will this node trigger my flow?').waitFor();
	expect(await panel.triggerPanel()).toEqual(expected.triggerPanel.ready);
	await panel.execute();
	await panel.scope.getByTestId('trigger-listening').waitFor();
	expect(await panel.triggerPanel()).toEqual(expected.triggerPanel.listening);
	expect(stage.portal.registered()).toMatchObject([{ name: 'Ask n8n (test)' }]);
	await stage.person.click(panel.scope.getByRole('button', { name: 'Stop Listening' }).first());
	await panel.scope.getByTestId('trigger-header').waitFor();
});
