/* eslint-disable @n8n/community-nodes/no-restricted-globals -- tests run in Node, not in n8n */
import type { IDataObject } from 'n8n-workflow';
import { CONTINUE, details, numbered, texts } from '../lines';
import { openStage, type Stage } from '../stage';
import { contractStage } from './stage';

const stage = contractStage();
const { workflow } = stage;

describe('14. OAuth2', () => {
	const OAUTH = { authentication: 'oAuth2' };
	const refreshToken = () => (stage.credentials.read('oauth2').oauthTokenData as IDataObject).refresh_token;

	it('writes lines with the access token, never in the address', async () => {
		const { workflowId, eventToken } = workflow();
		await stage.run({ items: numbered(eventToken, 3), parameters: OAUTH });
		expect(stage.portal.log(workflowId)).toHaveLength(3);
		expect(stage.portal.requests[0].authorization).toBe('bearer');
	});

	it('expired in the middle of a run is renewed once; the run goes on and the new refresh token is kept', async () => {
		const { workflowId, eventToken } = workflow();
		const before = stage.portal.oauth.refreshes;
		const items = numbered(eventToken, 150);
		stage.portal.setLimits({ latencyMs: 50 });
		const { finished } = stage.start({ items, parameters: OAUTH });
		while (stage.portal.log(workflowId).length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
		stage.portal.oauth.expireAccessTokens();
		await finished;
		expect(stage.portal.log(workflowId)).toEqual(texts(items));
		expect(stage.portal.oauth.refreshes - before).toBe(1);
		expect(refreshToken()).toBe(stage.portal.oauth.lastRefreshToken);
	});

	it('without the scope does not loop, and says so', async () => {
		const { eventToken } = workflow();
		stage.portal.setLimits({ scope: ['crm'] });
		const before = stage.portal.oauth.refreshes;
		const { failed } = await stage.run({
			items: numbered(eventToken, 120),
			parameters: OAUTH,
			settings: CONTINUE,
		});
		expect(failed).toHaveLength(120);
		expect(failed[119].json.error).toMatch(/scope bizproc/);
		expect(stage.portal.requests.length).toBeLessThanOrEqual(2);
		expect(stage.portal.oauth.refreshes - before).toBeLessThanOrEqual(1);
	});

	it.each([
		['revoked access', ({ portal }: Stage) => portal.oauth.revoke()],
		[
			'a client that the authorization server does not know',
			({ portal }: Stage) => portal.oauth.answerWrongClient(10),
		],
	])('with %s ends with advice, after one try to renew', async (_what, spoil) => {
		const own = await openStage();
		const { eventToken } = own.portal.startWorkflow();
		spoil(own);
		own.portal.oauth.expireAccessTokens();
		const { failed } = await own.run({
			items: numbered(eventToken, 120),
			parameters: OAUTH,
			settings: CONTINUE,
		});
		expect(failed).toHaveLength(120);
		expect(failed[0].json.error).toMatch(/could not be renewed/);
		expect(details(failed[0]).nextStep).toMatch(/connect it again/);
		expect(own.portal.requests.length).toBeLessThanOrEqual(2);
		await own.close();
	});

	it('that was never connected says what to do', async () => {
		stage.credentials.add('oauth2-new', {
			...stage.credentials.read('oauth2'),
			oauthTokenData: undefined,
		} as never);
		const { failed } = await stage.run({
			items: [{ eventToken: 'x', message: 'y' }],
			parameters: OAUTH,
			settings: { ...CONTINUE, credentials: { bitrix24OAuth2Api: { id: 'oauth2-new', name: 'new' } } },
		});
		expect(failed[0].json.error).toMatch(/is not connected yet: open it and press Connect/);
		expect(details(failed[0]).outcome).toBe('notSent');
	});
});
