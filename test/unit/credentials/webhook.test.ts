import type { IHttpRequestOptions } from 'n8n-workflow';
import { Bitrix24WebhookApi } from '../../../credentials/Bitrix24WebhookApi.credentials';

const webhookSecret = 'https://portal.bitrix24.com/rest/1/secret/';
const addressFor = async (request: Partial<IHttpRequestOptions>) =>
	(await new Bitrix24WebhookApi().authenticate({ webhookSecret }, { url: 'batch', ...request })).url;

it('The address of a method is that of the webhook', async () => {
	expect(await addressFor({})).toBe('https://portal.bitrix24.com/rest/1/secret/batch');
});

it.each(['https://new.example', 'https://a$&b.example', "https://a$'b.example", 'https://a$`b.example'])(
	'A renamed portal is asked at %s with the same path, whatever signs are in its name',
	async (baseURL) => {
		expect(await addressFor({ baseURL })).toBe(`${baseURL}/rest/1/secret/batch`);
	},
);
