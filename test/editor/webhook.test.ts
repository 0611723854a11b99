import { openEditor, type EditorStage } from './stage';
import { walk } from './walk';
import { webhook } from './walks/webhook';

let stage: EditorStage;
beforeAll(async () => {
	stage = await openEditor();
});
afterAll(async () => await stage.close());

it('leads somebody who has an event token to a line in the log, by the webhook alone', async () => {
	const { workflowId, eventToken } = stage.portal.startWorkflow();
	await walk('With a webhook', webhook(eventToken), stage);
	expect(stage.portal.log(workflowId)).toEqual(['A line by the webhook']);
});
