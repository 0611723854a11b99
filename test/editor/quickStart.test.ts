import { openEditor, type EditorStage } from './stage';
import { walk } from './walk';
import { quickStart } from './walks/quickStart';

let stage: EditorStage;
beforeAll(async () => {
	stage = await openEditor();
});
afterAll(async () => await stage.close());

it('leads from an empty n8n to the first line in the log of a process, in the words of README', async () => {
	await walk('The quick start', quickStart, stage);
	expect(stage.portal.workflows()).toMatchObject([{ process: { state: 'finished' } }]);
});
