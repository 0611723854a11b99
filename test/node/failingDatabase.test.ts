import type { IDataObject } from 'n8n-workflow';
import { openStage, type Stage } from './stage';

/** What is noted against a kill is noted in n8n's database, which may be full. */

let stage: Stage;
beforeAll(async () => {
	stage = await openStage();
});
afterAll(async () => await stage.close());

it('Where n8n cannot store anything, lines are written all the same', async () => {
	const { workflowId, eventToken } = stage.portal.startWorkflow();
	stage.kept.failFromNowOn();
	const items: IDataObject[] = Array.from({ length: 120 }, (_, index) => ({
		eventToken,
		message: `line ${index}`,
	}));
	await stage.run({ items });
	expect(stage.portal.log(workflowId)).toEqual(items.map(({ message }) => message));
});
