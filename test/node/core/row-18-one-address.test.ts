import type { IDataObject } from 'n8n-workflow';
import { openStage, type Stage } from '../stage';

/** Anything but one address is refused with a sentence about the address, and never blamed on the plan. */

let stage: Stage;
beforeEach(async () => {
	stage = await openStage();
});
afterEach(async () => await stage.close());

it.each<[string, (address: string) => string, RegExp]>([
	['twice', (address) => address + address, /^The Webhook URL holds more than one address$/],
	['twice with a line break between', (address) => `${address}\n${address}`, /holds more than one address/],
	['twice with a tab between', (address) => `${address}\t${address}`, /holds more than one address/],
	['with a line break in it', (address) => address.replace('/1/', '/1\n/'), /holds a space or a line break/],
])('A webhook pasted %s: nothing is sent, and each item says why', async (_how, paste, words) => {
	const { eventToken } = stage.portal.startWorkflow();
	stage.credentials.add('webhook', { webhookSecret: paste(stage.portal.webhookUrl) });
	const items = [
		{ eventToken, message: 'a' },
		{ eventToken, message: 'b' },
	];
	const { failed } = await stage.run({ items, settings: { onError: 'continueErrorOutput' } });
	expect(failed).toHaveLength(2);
	for (const { json } of failed) {
		expect((json.details as IDataObject).outcome).toBe('notSent');
		expect(json.error).toMatch(words);
		expect((json.details as IDataObject).nextStep).toMatch(/^Copy it from Bitrix24/);
		expect(JSON.stringify(json)).not.toContain(stage.portal.webhookSecret);
	}
	expect(stage.portal.requests).toEqual([]);
});
