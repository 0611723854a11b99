import { connectApplication, applicationOf, webhookOf } from '../../n8n/portalCredentials';
import { startProcess } from '../../n8n/portalProcesses';
import { expected } from '../expected';
import { openPrepared, type PreparedNode } from '../prepared';
import { openEditor, type EditorStage } from '../stage';

/** What the editor shows when a line or a result is refused. */

let stage: EditorStage;
beforeAll(async () => {
	stage = await openEditor();
	await connectApplication(stage.session, stage.n8n, stage.portal);
});
afterAll(async () => await stage.close());

const logNode = (more: Partial<PreparedNode> = {}): PreparedNode => ({
	...{ type: 'bizprocLog', name: 'Log', credential: webhookOf(stage.portal) },
	parameters: { message: '={{ $json.message }}' },
	...more,
});

it('a line with a wrong token', async () => {
	await openPrepared(stage, [logNode()], [{ eventToken: 'wrong', message: 'one' }]);
	const panel = await stage.canvas.open('Log');
	await panel.execute();
	expect({ ...(await panel.output.error()), hints: await panel.output.hints() }).toEqual(expected.wrongToken);
});

it('a token whose expression was switched to Fixed, where it is masked and looks like a token', async () => {
	await openPrepared(stage, [logNode()], [{ eventToken: 'x', message: 'one' }]);
	const panel = await stage.canvas.open('Log');
	await panel.fix('Event Token');
	await panel.execute();
	expect({ ...(await panel.output.error()), hints: await panel.output.hints() }).toEqual(
		expected.expressionInFixed,
	);
});

it('three lines with an error output: one goes on, each of the others says what is wrong with it', async () => {
	const { workflowId, eventToken } = stage.portal.startWorkflow();
	await openPrepared(
		stage,
		[logNode({ onError: 'continueErrorOutput' })],
		[
			{ eventToken, message: 'one' },
			{ eventToken: 'wrong', message: 'two' },
			{ eventToken, message: '' },
		],
	);
	const panel = await stage.canvas.open('Log');
	await panel.execute();
	expect(await panel.output.items()).toMatchObject([{ message: 'one' }]);
	await panel.output.branch('Error Branch');
	const shown = (await panel.output.items()).map(({ message, error, details }) => ({
		message,
		error,
		details,
	}));
	expect(shown).toEqual(expected.errorBranch);
	expect(await panel.output.hints()).toEqual(expected.errorBranchHints);
	expect(stage.portal.log(workflowId)).toEqual(['one']);
});

describe('a result', () => {
	const open = async (values: Array<{ key: string; value: string }>) => {
		const credential = applicationOf(stage.portal);
		const declared = { field: [{ key: 'answer', label: 'Answer', type: 'string' }] };
		await openPrepared(stage, [
			{
				type: 'bizprocTrigger',
				name: 'Trigger',
				credential,
				parameters: { name: 'Ask', returnProperties: declared },
			},
			{
				...{ type: 'bizproc', name: 'Send', credential },
				parameters: { authentication: 'oAuth2', returnValues: { value: values } },
			},
		]);
		await stage.canvas.execute();
		const workflowId = await startProcess(stage.portal, [{ name: 'Ask (test)' }]);
		return { panel: await stage.canvas.open('Send'), workflowId };
	};

	it('with a key that the trigger does not declare', async () => {
		const { panel, workflowId } = await open([{ key: 'answr', value: 'yes' }]);
		expect({ ...(await panel.output.error()), hints: await panel.output.hints() }).toEqual(expected.wrongKey);
		expect(stage.portal.process(workflowId).state).toBe('running');
	});

	it('with nothing in it, though the trigger declares a value', async () => {
		const { panel, workflowId } = await open([]);
		expect({ ...(await panel.output.error()), hints: await panel.output.hints() }).toEqual(
			expected.nothingSent,
		);
		expect(stage.portal.process(workflowId).state).toBe('running');
	});
});
