import { saveCredential } from '../n8n/credentials';
import { applicationOf, webhookOf } from '../n8n/portalCredentials';
import { exampleNames, exampleWorkflow } from '../n8n/workflows';
import { picture } from './camera';
import { publishExamples } from './published';
import { newWorkflow, openEditor, type EditorStage } from './stage';

/** Each example is imported by its address, as examples/README.md says, and pictured. */

let stage: EditorStage;
let examples: Awaited<ReturnType<typeof publishExamples>>;
beforeAll(async () => {
	stage = await openEditor();
	examples = await publishExamples();
	for (const credential of [applicationOf(stage.portal), webhookOf(stage.portal)]) {
		await saveCredential(stage.session, credential);
	}
});
afterAll(async () => {
	await examples.close();
	await stage.close();
});

it.each(exampleNames())('%s', async (name) => {
	const { nodes } = exampleWorkflow(name);
	await newWorkflow(stage);
	await stage.canvas.importFrom(examples.addressOf(name));
	await stage.canvas.node(nodes.at(-1)!.name).waitFor();
	const shown = await stage.canvas.nodes();
	expect(await shown.count()).toBe(nodes.length);
	await picture(stage, `example-${name}`, shown, 64);

	// n8n has looked up the credentials by the names that README asks for.
	const ours = nodes.filter(({ credentials = {} }) => Object.keys(credentials)[0]?.startsWith('bitrix24'));
	const panel = await stage.canvas.open(ours[0].name);
	const [wanted] = Object.values(ours[0].credentials!);
	expect(await panel.credential()).toBe(wanted.name);
});
