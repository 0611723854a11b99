import { CREDENTIAL_BLANKING_VALUE } from 'n8n-workflow';
import { saveCredential, testCredential } from '../n8n/credentials';
import { applicationOf, connectApplication, webhookOf } from '../n8n/portalCredentials';
import { openStage, type Stage } from './stage';

/** What a person reads after pressing Test on a credential. */

let stage: Stage;
beforeAll(async () => {
	stage = await openStage();
});
afterEach(() => stage.portal.setLimits({ scope: ['bizproc'], tariff: {} }));
afterAll(async () => await stage.portal.stop());

const testWebhook = async (webhookSecret = stage.portal.webhookUrl) => {
	const credential = { ...webhookOf(stage.portal), data: { webhookSecret } };
	return await testCredential(stage.session, credential);
};

describe('The test of a webhook', () => {
	it.each([
		['as Bitrix24 shows it', (url: string) => url],
		['without the slash at its end', (url: string) => url.replace(/\/$/, '')],
		['with a method at its end, and spaces around', (url: string) => ` ${url}profile.json `],
	])('is green for its address %s', async (_how, paste) => {
		await expect(testWebhook(paste(stage.portal.webhookUrl))).resolves.toMatchObject({ status: 'OK' });
	});

	it('says that the webhook is not accepted when the secret is wrong', async () => {
		const { status, message } = await testWebhook(`${stage.portal.url}/rest/1/abcdefghijklmnop/`);
		expect(status).toBe('Error');
		expect(message).toMatch(/does not accept this webhook/);
	});

	it('names the missing permission', async () => {
		stage.portal.setLimits({ scope: ['crm'] });
		const { status, message } = await testWebhook();
		expect(status).toBe('Error');
		expect(message).toMatch(/scope bizproc/);
	});

	it('says that the plan has no business processes', async () => {
		stage.portal.setLimits({ tariff: { bizproc: false } });
		const { status, message } = await testWebhook();
		expect(status).toBe('Error');
		expect(message).toMatch(/no business processes/);
	});

	it('says that somebody else answers at the address', async () => {
		const { status, message } = await testWebhook(`${stage.url}/rest/1/abcdefghijklmnop/`);
		expect(status).toBe('Error');
		expect(message).toMatch(/No usable answer came from Bitrix24/);
	});

	it('says what is wrong with an address that is no webhook, and sends nothing', async () => {
		stage.portal.clear();
		const { status, message } = await testWebhook(`${stage.portal.url}/company/personal/`);
		expect(status).toBe('Error');
		expect(message).toMatch(/webhook/i);
		expect(stage.portal.requests).toEqual([]);
	});
});

describe('The test of an application', () => {
	/** n8n hides the access when it hands a saved credential out, and fills in again what comes back hidden. */
	async function testSaved(id: string) {
		const { data: answer } = await stage.session.get(`/credentials/${id}`, { params: { includeData: true } });
		const { data, ...saved } = answer.data;
		const oauthTokenData = data.oauthTokenData ? CREDENTIAL_BLANKING_VALUE : undefined;
		return await testCredential(stage.session, { ...saved, data: { ...data, oauthTokenData } });
	}

	it('is green once it is connected', async () => {
		const id = await connectApplication(stage.session, stage.url, stage.portal);
		await expect(testSaved(id)).resolves.toMatchObject({ status: 'OK' });
	});

	it('names the missing permission', async () => {
		const id = await connectApplication(stage.session, stage.url, stage.portal);
		stage.portal.setLimits({ scope: ['crm'] });
		const { status, message } = await testSaved(id);
		expect(status).toBe('Error');
		expect(message).toMatch(/scope bizproc/);
	});

	it('is not green before it is connected', async () => {
		const id = await saveCredential(stage.session, { ...applicationOf(stage.portal), name: 'Not connected' });
		await expect(testSaved(id)).resolves.toMatchObject({ status: 'Error' });
	});
});
