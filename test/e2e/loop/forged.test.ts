import { executionIds, finishedExecution, startedBy } from '../../n8n/executions';
import { stepNamed } from '../../n8n/portalProcesses';
import type { Workflow } from '../../n8n/workflows';
import { logText } from '../kept';
import { openStage, type Stage } from '../stage';
import { capturePost, sendPost, type Post } from './capturedPost';
import { linesOf, publishStep } from './stepWorkflow';

/** Somebody who knows the address of a step, and most of what the portal would post, cannot start n8n. */

const FORGED = 'f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0';

let stage: Stage;
let workflow: Workflow;
let address: string;
beforeAll(async () => {
	stage = await openStage({ connected: true });
	workflow = await publishStep(stage, 'Not for everybody', { code: 'guarded' });
	address = stepNamed(stage.portal, 'Not for everybody').handler;
	await startedByPost(await capturePost(stage, 'guarded'));
});
afterAll(async () => await stage.portal.stop());

async function startedByPost(post: Post) {
	const id = await startedBy(stage.session, workflow.id, async () => {
		expect(await sendPost(stage, address, post)).toBe(200);
	});
	return await finishedExecution(stage.session, id);
}

it.each<[string, number, (post: Post) => object | string]>([
	['of another portal', 403, (post) => ({ ...post, auth: { ...post.auth, member_id: FORGED } })],
	['of another application', 403, (post) => ({ ...post, auth: { ...post.auth, application_token: FORGED } })],
	['without its sender', 403, ({ auth, ...post }) => ({ ...post, from: auth.domain })],
	['for another step', 403, (post) => ({ ...post, code: FORGED })],
	['that is no form', 403, () => JSON.stringify({ [FORGED]: FORGED })],
])('A post %s is answered with %i, and starts nothing', async (_which, status, forge) => {
	const before = await executionIds(stage.session, workflow.id);
	const post = await capturePost(stage, 'guarded');
	expect(await sendPost(stage, address, forge(post))).toBe(status);
	// As it came from the portal it is taken; one execution more shows that the forged one has started none.
	const { id } = await startedByPost(post);
	expect(await executionIds(stage.session, workflow.id)).toEqual([id, ...before]);
	expect(stage.portal.log(post.workflow_id)).toEqual(linesOf(post.workflow_id));
});

it('A post to an address that nobody was given finds nobody there', async () => {
	const post = await capturePost(stage, 'guarded');
	const guessed = `${stage.url}/webhook/${FORGED}/bitrix24`;
	expect(await sendPost(stage, guessed, post)).toBe(404);
});

it("n8n's log tells that posts were turned away and why, without their content", async () => {
	const log = logText(stage);
	expect(log).toMatch(/A post to the step of "Step" was turned away: it is not from the portal/);
	const lines = log.split('\n').filter((line) => line.includes('turned away'));
	expect(lines.filter((line) => line.includes(FORGED))).toEqual([]);
});
