import type { IDataObject, INodeProperties, INodeType } from 'n8n-workflow';
import type { RegisteredStep } from '../portal/portal';
import { asApplication } from '../portal/rest/asApplication';
import { CONTINUE, inTurnFor, mostAtOnce } from './lines';
import { LOG, SEND, USUAL } from './plans';
import { openStage, type Stage } from './stage';
import { openTriggerStage } from './trigger/stage';
import { triggerNode } from './trigger/workflow';

/** An option that a user adds and leaves as it is changes nothing: its default in the editor is the one in the code. */

const TRIGGER = triggerNode({}).type;

/** The options that the editor offers, each as the user has it who only adds it. */
function justAdded({ engine }: Stage, type: string): Array<[string, IDataObject]> {
	const { properties } = (engine.nodeTypes.getByNameAndVersion(type) as INodeType).description;
	const { options } = properties.find(({ name }) => name === 'options')!;
	return (options as INodeProperties[]).map((option) => [
		option.name,
		{ [option.name]: option.default as string },
	]);
}

/** All that a user or the portal notices of one run. */
async function run(nodeName: typeof LOG | typeof SEND, options: IDataObject) {
	const stage = await openStage({ latencyMs: 150 });
	const workflows = stage.portal.startWorkflows({ count: 600 });
	const items = inTurnFor(workflows, 600).map((item) => ({ ...item, values: {} }));
	items[3].eventToken = 'not|a|token.x';
	const ending = await stage.run({ nodeName, items, parameters: { options }, settings: CONTINUE });
	const seen = {
		passed: ending.passed.map(({ json }) => Object.keys(json)),
		failed: ending.failed.map(({ json }) => json.details),
		requests: stage.portal.requests.map(({ commands }) => commands.length),
		mostAtOnce: mostAtOnce(stage.portal),
	};
	await stage.close();
	return seen;
}

const told = ({ fields }: RegisteredStep) => ({ ...fields, HANDLER: '' });

/** What stands in the portal when the step is published and unpublished, also where its code is taken already. */
async function publish(options: IDataObject) {
	const stage = await openTriggerStage();
	// Every n8n has an address of its own.
	const registered = () =>
		stage.portal.registered().map((step) => ({ ...step, handler: '', fields: told(step) }));
	const node = (code: string) => triggerNode({ code, options });
	const seen = [];
	seen.push(await stage.n8n.publish(node('check')), registered());
	seen.push(await stage.n8n.unpublish(), registered());
	const taken = { CODE: 'taken', HANDLER: 'https://other.example/', NAME: 'Of somebody else' };
	await asApplication(stage.portal)('bizproc.robot.add', taken);
	seen.push(await stage.n8n.publish(node('taken')), registered());
	await stage.close();
	return seen;
}

let stage: Stage;
beforeAll(async () => {
	stage = await openStage();
});
afterAll(async () => await stage.close());

it.each([LOG, SEND] as const)('%s does the same with any of its options just added', async (nodeName) => {
	const without = await run(nodeName, {});
	for (const [name, options] of justAdded(stage, USUAL[nodeName].type)) {
		expect({ name, ...(await run(nodeName, options)) }).toEqual({ name, ...without });
	}
});

it('The trigger does the same with any of its options just added', async () => {
	const without = await publish({});
	for (const [name, options] of justAdded(stage, TRIGGER)) {
		expect([name, ...(await publish(options))]).toEqual([name, ...without]);
	}
});
