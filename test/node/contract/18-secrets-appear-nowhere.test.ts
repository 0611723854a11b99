import type { IDataObject } from 'n8n-workflow';
import { CONTINUE, numbered } from '../lines';
import { openStage } from '../stage';

describe('18. Secrets', () => {
	it('appear in no output, error, hint or stored data, whatever happens', async () => {
		const own = await openStage();
		const { webhookSecret, oauth } = own.portal;
		const tokens = own.credentials.read('oauth2').oauthTokenData as IDataObject;
		const secrets = [
			webhookSecret,
			oauth.application.clientSecret,
			tokens.access_token,
			tokens.refresh_token,
		] as string[];
		const seen: string[] = [];
		const faults = [
			{ kind: 'dropAfter' },
			{ kind: 'html', status: 502 },
			{
				kind: 'refuse',
				status: 400,
				code: 'X',
				description: `see ${own.portal.webhookUrl} or ?auth=${tokens.access_token}`,
			},
			{ kind: 'refuse', status: 401, code: 'INVALID_CREDENTIALS', times: 4 },
			{ kind: 'redirect', location: `${own.portal.url}/rest/1/${webhookSecret}/other` },
		] as const;
		// What the portal may know of a credential, it may also repeat: bare, as JSON, as a header, in a batch.
		const echoes = (echoed: string[]) =>
			[`${echoed.join(' ')}`, `{"access_token":"${echoed[0]}"}`, `Bearer ${echoed[0]}`].flatMap(
				(description) => [
					{ kind: 'refuse', status: 400, code: 'X', description } as const,
					{ kind: 'refuse', on: 'command', status: 400, code: 'X', description } as const,
				],
			);
		for (const [authentication, echoed] of [
			['webhook', [webhookSecret]],
			['oAuth2', [tokens.access_token, tokens.refresh_token] as string[]],
		] as const) {
			for (const fault of [undefined, ...echoes([...echoed]), ...faults]) {
				for (const settings of [{}, CONTINUE]) {
					own.portal.clear();
					if (fault) own.portal.fault(fault);
					const { eventToken } = own.portal.startWorkflow();
					const { run } = await own.run({
						items: numbered(eventToken, 2),
						parameters: { authentication },
						settings,
					});
					seen.push(JSON.stringify(run));
				}
			}
		}
		await own.portal.stop();
		const parameters = { options: { maxWaitSeconds: 0 } };
		seen.push(JSON.stringify(await own.run({ items: numbered('x', 2), parameters, settings: CONTINUE })));
		for (const secret of secrets) {
			expect(secret.length).toBeGreaterThan(10);
			expect(seen.filter((text) => text.includes(secret))).toEqual([]);
		}
	});
});
