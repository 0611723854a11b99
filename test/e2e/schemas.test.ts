import { openStage, type Stage } from './stage';

/** The editor of a real n8n finds in the packed package what the nodes put out. */

let stage: Stage;
beforeAll(async () => {
	stage = await openStage();
});
afterAll(async () => await stage.portal.stop());

it.each([
	['bizprocTrigger/1.0.0', ['eventToken', 'documentId', 'properties', 'returnKeys']],
	['bizprocLog/1.0.0', ['eventToken', 'documentId', 'properties', 'bizprocLog']],
	['bizproc/1.0.0/event/send', ['eventToken', 'documentId', 'properties', 'bizproc']],
])('%s', async (node, fields) => {
	const address = `${stage.url}/schemas/n8n-nodes-bitrix24-bizproc.${node}.json`;
	const { data } = await stage.session.get<{ properties: object }>(address);
	expect(Object.keys(data.properties)).toEqual(expect.arrayContaining(fields));
});
