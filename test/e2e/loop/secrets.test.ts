import { finishedExecution, startedBy, type Execution } from '../../n8n/executions';
import { stepNamed } from '../../n8n/portalProcesses';
import type { Workflow } from '../../n8n/workflows';
import { databaseText, logText, secretsIn } from '../kept';
import { openStage, type Stage } from '../stage';
import { capturePost, sendPost } from './capturedPost';
import { publishStep } from './stepWorkflow';

/** Posts of the portal carry keys to it; then every place n8n keeps is searched for them. */

let stage: Stage;
let workflow: Workflow;
let secrets: Record<string, string>;
const executions: Execution[] = [];

beforeAll(async () => {
	stage = await openStage({ connected: true });
	const { portal, session } = stage;
	workflow = await publishStep(stage, 'Keys in every post', { code: 'keys', options: { runAsUser: 1 } });
	const { handler } = stepNamed(portal, 'Keys in every post');
	const [post, late, forged] = await Promise.all([1, 2, 3].map(async () => await capturePost(stage, 'keys')));
	portal.finishWorkflow(late.workflow_id);
	for (const one of [post, late]) {
		const id = await startedBy(session, workflow.id, async () => await sendPost(stage, handler, one));
		executions.push(await finishedExecution(session, id));
	}
	await sendPost(stage, handler, { ...forged, code: 'other' });
	const [registration] = portal.requests;
	secrets = {
		'application token': post.auth.application_token,
		'access token of a post': post.auth.access_token,
		'refresh token of a post': post.auth.refresh_token,
		'access token of a late post': late.auth.access_token,
		'refresh token of a late post': late.auth.refresh_token,
		'access token of a post turned away': forged.auth.access_token,
		'access token of the credential': String(registration.headers.authorization).replace('Bearer ', ''),
		'client secret': portal.oauth.application.clientSecret,
	};
});
afterAll(async () => await stage.portal.stop());

it('The secrets looked for are real ones, and the posts ended well and badly', () => {
	Object.values(secrets).forEach((secret) => expect(secret).toMatch(/^\w{32,}$/));
	expect(executions.map(({ status }) => status)).toEqual(['success', 'error']);
});

it('No secret is in the data of an execution', () => {
	const data = JSON.stringify(executions);
	expect(data).toContain('eventToken');
	expect(secretsIn(data, secrets)).toEqual([]);
});

it('No secret is in the workflow and what it remembers, which everybody who may see it can read', async () => {
	const { data } = await stage.session.get(`/workflows/${workflow.id}`);
	const json = JSON.stringify(data);
	expect(json).toContain('applicationTokenDigest');
	expect(secretsIn(json, secrets)).toEqual([]);
});

it("No secret is readable in n8n's database", () => {
	const data = databaseText(stage);
	expect(data).toContain('Keys in every post');
	expect(secretsIn(data, secrets)).toEqual([]);
});

it("No secret is in n8n's log, even at its wordiest", () => {
	const log = logText(stage);
	expect(log).toContain('was turned away');
	expect(secretsIn(log, secrets)).toEqual([]);
});
