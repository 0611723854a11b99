import { applicationOf, webhookOf } from '../../n8n/portalCredentials';
import { log, sendResult, trigger } from '../nodeSearch';
import { expected } from '../expected';
import { openPrepared } from '../prepared';
import { EDGE, readForm } from '../readForm';
import { newWorkflow, openEditor, type EditorStage } from '../stage';

/** What stands in the form of each node, in which order, and what of it is seen without scrolling. */

let stage: EditorStage;
beforeAll(async () => {
	stage = await openEditor();
});
afterAll(async () => await stage.close());

const BEGINNING = 'When clicking ‘Execute workflow’';
const options = ['Max Wait (Seconds)', 'Parallel Requests', 'Put Result in Field'];

describe('fresh, in an n8n without a credential', () => {
	it('the search', async () => {
		await newWorkflow(stage);
		await stage.canvas.pressPlus();
		await stage.canvas.nodeSearch.type('bitrix24');
		const rows = await stage.canvas.nodeSearch.rows.allInnerTexts();
		expect(rows.map((row) => row.replace(/\n+/, ': '))).toEqual(expected.search);
	});

	it('the trigger', async () => {
		await newWorkflow(stage);
		await stage.canvas.addFirst(trigger);
		expect(await readForm((await stage.canvas.opened()).form)).toEqual(expected.trigger);
	});

	it.each([
		['Bizproc Log', log, expected.log],
		['Send Result', sendResult, expected.sendResult],
	])('%s', async (_name, wanted, lines) => {
		await newWorkflow(stage);
		await stage.canvas.addFirst({ search: 'manual', row: 'Manual Trigger' });
		expect(await readForm((await stage.canvas.addBehind(BEGINNING, wanted)).form)).toEqual(lines);
	});
});

describe('with a credential, and with what can be added', () => {
	it('the trigger with a field and a return value', async () => {
		const credential = applicationOf(stage.portal);
		await openPrepared(stage, [{ type: 'bizprocTrigger', name: 'Trigger', credential }]);
		const panel = await stage.canvas.open('Trigger');
		await panel.add('Add Field', 'Fields');
		await panel.add('Add Return Value');
		for (const option of ['Run As User', 'Take Over Existing Step', 'When Unpublished']) {
			await panel.addOption(option);
		}
		await panel.form.getByTestId('credentials-label').scrollIntoViewIfNeeded();
		expect(await readForm(panel.form)).toEqual(expected.triggerWithRows);
	});

	it('Bizproc Log with its options', async () => {
		const credential = webhookOf(stage.portal);
		await openPrepared(stage, [{ type: 'bizprocLog', name: 'Log', credential }], [{ eventToken: 'x' }]);
		const panel = await stage.canvas.open('Log');
		for (const option of options) await panel.addOption(option);
		expect(await readForm(panel.form)).toEqual(expected.logWithOptions);
	});

	it('all settings of a field, and the options that only Select has', async () => {
		const credential = applicationOf(stage.portal);
		await openPrepared(stage, [{ type: 'bizprocTrigger', name: 'Trigger', credential }]);
		const panel = await stage.canvas.open('Trigger');
		await panel.add('Add Field', 'Fields');
		await panel.choose('Type', 'Select');
		for (const setting of ['Default', 'Required', 'Multiple']) {
			await panel.addOption(setting, 'More Settings');
		}
		const lines = await readForm(panel.form);
		const row = lines.slice(lines.indexOf('Fields'), lines.indexOf('Return Values'));
		expect(row.filter((line) => line !== EDGE)).toEqual(expected.fieldWithAll);
	});

	it('what a node before will put out can be dragged from the first moment, before any run', async () => {
		const credential = webhookOf(stage.portal);
		await openPrepared(stage, [
			{ type: 'bizprocLog', name: 'Log', credential },
			{ type: 'bizproc', name: 'Send', credential },
		]);
		const panel = await stage.canvas.open('Send');
		const fields = panel.scope.getByTestId('run-data-schema-item');
		await fields.first().waitFor();
		const names = (await fields.allInnerTexts()).map((name) => name.trim());
		expect(names).toEqual(expect.arrayContaining(['eventToken', 'documentId', 'properties', 'bizprocLog']));
	});

	it('Send Result with a value, and as JSON', async () => {
		const credential = webhookOf(stage.portal);
		await openPrepared(stage, [{ type: 'bizproc', name: 'Send', credential }], [{ eventToken: 'x' }]);
		const panel = await stage.canvas.open('Send');
		await panel.add('Add Value');
		expect(await readForm(panel.form)).toEqual(expected.sendResultWithValue);
		await panel.choose('Specify Return Values', 'Using JSON');
		await panel.form.getByText('Return Values (JSON)').waitFor();
		expect(await readForm(panel.form)).toEqual(expected.sendResultAsJson);
	});
});
