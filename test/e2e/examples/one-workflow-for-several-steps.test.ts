import { listen } from '../../n8n/editor';
import { endedProcess, startProcess } from '../../n8n/portalProcesses';
import { openStage, type Stage } from '../stage';
import { publishExample } from './example';

let stage: Stage;
beforeAll(async () => {
	stage = await openStage({ connected: true });
});
afterAll(async () => await stage.portal.stop());

it.each([
	{ total: 900, reserved: 'Y' },
	{ total: 1100, reserved: 'N' },
])(
	'Both steps of a process are done by it, the second with what the first returned: $reserved for $total',
	async ({ total, reserved }) => {
		await publishExample(stage, 'one-workflow-for-several-steps');
		const process = await startProcess(stage.portal, [
			{ name: 'Check the credit', properties: { turnover: 10_000 } },
			{ name: 'Reserve the goods', properties: { total, limit: '{=n8n_check_credit:limit}' } },
		]);
		const { state, returned } = await endedProcess(stage.portal, process);
		expect(state).toBe('finished');
		expect(returned.map(({ values }) => values)).toEqual([{ limit: '1000' }, { reserved }]);
	},
);

it('A step that is tried in the editor takes the same way through the workflow', async () => {
	const { id } = await publishExample(stage, 'one-workflow-for-several-steps');
	await listen(stage.session, id, 'A process checks the credit');
	const properties = { turnover: 500 };
	const process = await startProcess(stage.portal, [{ name: 'Check the credit (test)', properties }]);
	const { returned } = await endedProcess(stage.portal, process);
	expect(returned.map(({ values }) => values)).toEqual([{ limit: '50' }]);
});
