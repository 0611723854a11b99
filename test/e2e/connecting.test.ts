import { connectOAuth2, saveCredential } from '../n8n/credentials';
import { applicationOf } from '../n8n/portalCredentials';
import { errorOf, openStage, publishLines, runWith, type Stage } from './stage';

/** From an application's credential that was just filled in to the first line, in a real n8n. */

let stage: Stage;
beforeAll(async () => {
	stage = await openStage();
	stage.portal.oauth.setRedirectUrl(`${stage.url}/rest/oauth2-credential/callback`);
});
afterAll(async () => await stage.portal.stop());

async function publishWith(name: string, data: object) {
	const credential = { ...applicationOf(stage.portal), name };
	const id = await saveCredential(stage.session, { ...credential, data: { ...credential.data, ...data } });
	const workflow = await publishLines(stage, name, {
		parameters: { authentication: 'oAuth2' },
		credentials: { bitrix24OAuth2Api: { id: null, name } },
	});
	return { id, workflow };
}

it('Saved and never connected, it is told to be connected, and not to be saved again', async () => {
	const { workflow } = await publishWith('never-connected', {});
	const { eventToken } = stage.portal.startWorkflow();
	const execution = await runWith(stage, workflow, [{ eventToken, message: 'line' }]);
	expect(execution.status).toBe('error');
	expect(errorOf(execution)?.message).toMatch(/is not connected yet: open it and press Connect/);
});

it('A portal on this machine is connected with its own authorization server, without an expression', async () => {
	const { id, workflow } = await publishWith('local-portal', {
		authorizationServer: 'auto',
		localAuthorizationServer: `${stage.portal.oauth.url}/`,
	});
	await connectOAuth2(stage.session, id);
	const { workflowId, eventToken } = stage.portal.startWorkflow();
	const { status } = await runWith(stage, workflow, [{ eventToken, message: 'line' }]);
	expect(status).toBe('success');
	expect(stage.portal.log(workflowId)).toEqual(['line']);
});

it('A Portal URL that was pasted twice leads to the portal all the same', async () => {
	const { id } = await publishWith('pasted-twice', {
		portalUrl: `${stage.portal.url}/${stage.portal.url}/`,
		localAuthorizationServer: stage.portal.oauth.url,
	});
	await expect(connectOAuth2(stage.session, id)).resolves.toBeUndefined();
});
