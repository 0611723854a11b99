import { trustedCertificate } from '../certificate';
import { numbered, texts } from '../lines';
import { openStage, type Stage } from '../stage';

describe('15. A renamed portal', () => {
	let own: Stage;
	let newHome: string;
	let distrust: () => void;
	beforeEach(async () => {
		const certificate = await trustedCertificate();
		distrust = certificate.distrust;
		own = await openStage();
		newHome = await own.portal.answerAlsoAt({ tls: certificate.keys });
	});
	afterEach(async () => {
		await own.close();
		distrust();
	});

	it.each([
		['webhook', () => `/rest/1/${own.portal.webhookSecret}/`],
		['oAuth2', () => '/rest/'],
	])('gets the request again at its new https address, once: %s', async (authentication, path) => {
		const { workflowId, eventToken } = own.portal.startWorkflow();
		own.portal.fault({ kind: 'redirect', location: `${newHome}${path()}batch` });
		const items = numbered(eventToken, 120);
		await own.run({ items, parameters: { authentication } });
		expect(own.portal.log(workflowId)).toEqual(texts(items));
		expect(own.portal.requests.map(({ status, commands }) => [status, commands.length])).toEqual([
			[302, 50],
			[200, 50],
			[200, 50],
			[200, 20],
		]);
	});

	it.each([
		['another path', () => `${newHome}/auth/`],
		[
			'an unencrypted address',
			() => `${own.portal.url}/rest/1/${own.portal.webhookSecret}/bizproc.activity.log`,
		],
		[
			'a second address after the first',
			() => `${newHome}/rest/1/${own.portal.webhookSecret}/bizproc.activity.log`,
			2,
		],
	])('is not followed to %s; nothing was written', async (_what, location, times = 1) => {
		const { workflowId, eventToken } = own.portal.startWorkflow();
		own.portal.fault({ kind: 'redirect', location: location(), times });
		const { error } = await own.run({ items: numbered(eventToken, 1) });
		expect(error?.message).toMatch(/another page, nothing was written/);
		expect(own.portal.log(workflowId)).toEqual([]);
		expect(own.portal.requests).toHaveLength(times);
	});
});
