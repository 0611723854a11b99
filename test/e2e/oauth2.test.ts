import { connectApplication } from '../n8n/portalCredentials';
import type { Workflow } from '../n8n/workflows';
import { errorOf, openStage, publishLines, runWith, type Stage } from './stage';

/** A connected application whose access ends, in a real n8n that renews it. */

let stage: Stage;
let workflow: Workflow;
beforeAll(async () => {
	stage = await openStage();
	await connectApplication(stage.session, stage.url, stage.portal);
	workflow = await publishLines(stage, 'lines-of-an-application', {
		parameters: { authentication: 'oAuth2' },
		credentials: { bitrix24OAuth2Api: { id: null, name: 'Bitrix24 application' } },
	});
});
afterAll(async () => await stage.portal.stop());

const linesFor = (eventToken: string, count: number) =>
	Array.from({ length: count }, (_, index) => ({ eventToken, message: `line ${index}` }));

it('Access that expired is renewed and the run goes on, each time with the newest refresh token', async () => {
	const { workflowId, eventToken } = stage.portal.startWorkflow();
	for (const round of [1, 2]) {
		stage.portal.oauth.expireAccessTokens();
		const { status } = await runWith(stage, workflow, linesFor(eventToken, 60));
		expect(status).toBe('success');
		// The authorization server takes each refresh token once: a second renewal proves that n8n stored the new one.
		expect(stage.portal.oauth.refreshes).toBe(round);
	}
	expect(stage.portal.log(workflowId)).toHaveLength(120);
});

it('Access that was withdrawn ends the run with the advice to connect again', async () => {
	const { workflowId, eventToken } = stage.portal.startWorkflow();
	stage.portal.oauth.expireAccessTokens();
	stage.portal.oauth.revoke();
	const execution = await runWith(stage, workflow, linesFor(eventToken, 1));
	expect(execution.status).toBe('error');
	expect(errorOf(execution)?.description).toMatch(/connect it again/);
	expect(stage.portal.log(workflowId)).toEqual([]);
});
