import { picture } from '../camera';
import { log, trigger } from '../nodeSearch';
import type { CredentialForm } from '../credentialForm';
import { emptied } from '../emptied';
import { expected } from '../expected';
import { readForm } from '../readForm';
import { newWorkflow, openEditor, type EditorStage } from '../stage';
import { allowAccess } from '../walks/atThePortal';

/** Credentials left empty, half filled, wrong and pasted twice, and what n8n says about them. */

let stage: EditorStage;
let form: CredentialForm;
beforeAll(async () => {
	stage = await openEditor();
});
beforeEach(async () => {
	await emptied(stage.session);
	await newWorkflow(stage);
});
afterAll(async () => await stage.close());

describe('the inbound webhook', () => {
	beforeEach(async () => {
		await stage.canvas.addFirst({ search: 'manual', row: 'Manual Trigger' });
		const panel = await stage.canvas.addBehind('When clicking ‘Execute workflow’', log);
		form = await panel.newCredential('Bitrix24');
	});

	it('left empty, it cannot be saved', async () => {
		expect(await readForm(form.form)).toEqual(expected.webhook);
		expect(await form.saveButton.isDisabled()).toBe(true);
	});

	it('every wrong address is answered with the reason, and the right one closes the form', async () => {
		const { url, webhookUrl } = stage.portal;
		const reasons: string[] = [];
		const addresses = ['my-portal', url, `${url}/rest/1/wrong/`, webhookUrl + webhookUrl];
		for (const address of addresses) {
			await form.paste('Webhook URL', address);
			reasons.push(await form.failToSave());
		}
		expect(reasons).toEqual(expected.webhookReasons);
		await form.paste('Webhook URL', webhookUrl);
		await form.save();
		await form.closes();
	});
});

describe('OAuth2', () => {
	/** With an address of n8n that is the same every time. */
	const lines = async () =>
		(await readForm(form.form)).map((line) => line.replace(stage.n8n, 'https://n8n.example.com'));

	beforeEach(async () => {
		await stage.canvas.addFirst(trigger);
		form = await (await stage.canvas.opened()).newCredential('Bitrix24');
	});

	it('left empty and half filled, it cannot be saved, and there is nothing to connect', async () => {
		expect(await lines()).toEqual(expected.oAuth2);
		await form.paste('Client ID', 'local.1');
		expect(await lines()).toEqual(expected.oAuth2HalfFilled);
		expect(await form.saveButton.isDisabled()).toBe(true);
		expect(await form.connectButton.isVisible()).toBe(false);
	});

	it('filled, it shows Connect without scrolling, also with an address without https://', async () => {
		await form.paste('Client ID', 'local.1');
		await form.paste('Client Secret', 'secret');
		await form.paste('Portal URL', 'my-portal.bitrix24.com');
		await form.connectButton.waitFor();
		expect(await lines()).toEqual(expected.oAuth2Filled);
		// So that the picture shows all that was filled in, and Connect.
		await form.connectButton.evaluate((button) => {
			button.style.scrollMarginTop = '24px';
			button.scrollIntoView();
		});
		await picture(stage, 'credential', form.scope);
	});

	it('with a wrong id, a wrong secret and one pasted twice, the window says what is wrong', async () => {
		const { url, oauth } = stage.portal;
		const { clientId, clientSecret } = oauth.application;
		await form.paste('Client ID', 'wrong');
		await form.paste('Client Secret', 'wrong');
		await form.paste('Portal URL', url);
		await form.paste('Authorization Server', oauth.url);
		const shown = async (text: RegExp, allow = false) =>
			await form.failToConnect(async (window) => {
				if (allow) await allowAccess(window);
				await window.page.getByText(text).first().waitFor();
			});
		const words = [await shown(/not found/)];
		await form.paste('Client ID', clientId);
		words.push(await shown(/Failed/, true));
		await form.paste('Client Secret', clientSecret + clientSecret);
		words.push(await shown(/Failed/, true));
		expect(words).toEqual(expected.oAuth2Windows);
	});

	it('saved but never connected, n8n asks when it is closed, and the trigger says what is missing', async () => {
		const { url, oauth } = stage.portal;
		await form.paste('Client ID', oauth.application.clientId);
		await form.paste('Client Secret', oauth.application.clientSecret);
		await form.paste('Portal URL', url);
		await form.save();
		await stage.canvas.notices.filter({ hasText: 'successfully created' }).waitFor();
		expect(await form.closeUnconnected()).toBe(expected.oAuth2Unconnected.question);
		const panel = await stage.canvas.opened();
		await panel.type('Name', 'Ask n8n');
		await panel.execute();
		expect(await stage.canvas.problem()).toBe(expected.oAuth2Unconnected.notice);
	});
});
