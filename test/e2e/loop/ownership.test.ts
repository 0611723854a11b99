import { publish, tryToPublish, unpublish } from '../../n8n/publication';
import { stepNamed } from '../../n8n/portalProcesses';
import { saveWorkflow } from '../../n8n/workflows';
import { openStage, type Stage } from '../stage';
import { changeStep, publishStep, stepWorkflow } from './stepWorkflow';
import { itSinceN8n2 } from '../../n8n/version';

/** A copied workflow leaves the step of the first one alone, and a node knows its own step under another name. */

let stage: Stage;
beforeAll(async () => {
	stage = await openStage({ connected: true });
});
afterAll(async () => await stage.portal.stop());

const REMOVE = { whenUnpublished: 'remove' };

it.each(['robot', 'activity'])(
	'A copy whose step is a %s is told, and the step stays as it was',
	async (kind) => {
		const code = `of_${kind}`;
		await publishStep(stage, `First ${kind}`, { code });
		const before = stage.portal.registered();
		const copy = await saveWorkflow(
			stage.session,
			stepWorkflow(`Copy ${kind}`, { code, kind, options: REMOVE }),
		);
		const { status, messages } = await tryToPublish(stage.session, copy);
		expect(status).toBe('failed');
		expect(messages.join()).toMatch(/already holds a step with the Code "of_.*Take Over Existing Step/);
		expect(stage.portal.registered()).toEqual(before);
		await unpublish(stage.session, copy);
		expect(stage.portal.registered()).toEqual(before);

		const taking = { options: { ...REMOVE, takeOverExistingStep: true } };
		await publish(stage.session, await changeStep(stage, copy, taking));
		expect(stepNamed(stage.portal, `Copy ${kind}`)).toMatchObject({ kind, code });
		expect(stage.portal.registered()).toHaveLength(before.length);
		await unpublish(stage.session, copy);
		expect(stage.portal.registered()).toHaveLength(before.length - 1);
	},
);

itSinceN8n2('n8n 1 unpublishes and publishes an active workflow at each save')(
	'A node under another name changes its own step in its place',
	async () => {
		const workflow = await publishStep(stage, 'Named', { code: 'named' });
		const before = stepNamed(stage.portal, 'Named');
		stage.portal.clear();
		const text = JSON.stringify({ nodes: workflow.nodes, connections: workflow.connections })
			.replaceAll('"Step"', '"Renamed"')
			.replaceAll("'Step'", "'Renamed'");
		const renamed = await saveWorkflow(stage.session, { ...workflow, ...JSON.parse(text) });
		await publish(stage.session, renamed);
		expect(stage.portal.requests.map(({ method }) => method)).toEqual(['bizproc.robot.update']);
		expect(stepNamed(stage.portal, 'Named')).toEqual(before);
	},
);
