import type { IDataObject } from 'n8n-workflow';
import { SEND } from '../plans';
import { openStage, type Stage } from '../stage';

let stage: Stage;
beforeAll(async () => {
	stage = await openStage();
});
afterAll(async () => await stage.close());

it('No secret appears in an output, an error or stored data of Send Result, whatever happens', async () => {
	const { webhookSecret, oauth } = stage.portal;
	const tokens = stage.credentials.read('oauth2').oauthTokenData as IDataObject;
	const secrets = [
		webhookSecret,
		oauth.application.clientSecret,
		tokens.access_token,
		tokens.refresh_token,
	] as string[];
	const faults = [
		undefined,
		{ kind: 'dropAfter', times: 10 },
		{ kind: 'html', status: 502, times: 10 },
		{
			kind: 'refuse',
			status: 400,
			code: 'X',
			description: `see ${stage.portal.webhookUrl} or ?auth=${tokens.access_token}`,
		},
	] as const;
	const seen: string[] = [];
	for (const authentication of ['webhook', 'oAuth2']) {
		for (const fault of faults) {
			stage.portal.clear();
			if (fault) stage.portal.fault(fault);
			const { eventToken } = stage.portal.startWorkflow();
			const { run, passed } = await stage.run({
				nodeName: SEND,
				items: [{ eventToken, values: { a: 'x' } }],
				parameters: { authentication, options: { maxWaitSeconds: 0 } },
				settings: { onError: 'continueErrorOutput' },
			});
			expect(passed).toHaveLength(fault ? 0 : 1);
			seen.push(JSON.stringify(run));
		}
	}
	for (const secret of secrets) {
		expect(secret.length).toBeGreaterThan(10);
		expect(seen.filter((text) => text.includes(secret))).toEqual([]);
	}
});
