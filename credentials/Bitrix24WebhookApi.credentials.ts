import type {
	ICredentialDataDecryptedObject,
	ICredentialTestRequest,
	ICredentialType,
	IHttpRequestOptions,
	INodeProperties,
} from 'n8n-workflow';
import { UserError } from 'n8n-workflow';
import { sentence } from '../nodes/portal/answers/connection';
import { readWebhookAddress } from '../nodes/portal/wire/address';
import { connectionTest } from './connectionTest';

/** An inbound webhook: its address holds the secret, so it is put together here. Nodes only name a method. */
export class Bitrix24WebhookApi implements ICredentialType {
	name = 'bitrix24WebhookApi';

	displayName = 'Bitrix24 Webhook API';

	icon = { light: 'file:bitrix24.svg', dark: 'file:bitrix24.dark.svg' } as const;

	documentationUrl =
		'https://github.com/n8n-nodes-bitrix24-bizproc/n8n-nodes-bitrix24-bizproc#inbound-webhook';

	/** Only this package's nodes: the HTTP Request node would show the address in the data of an execution. */
	restrictToSupportedNodes = true as const;

	hideDomainRestrictionFields = true;

	properties: INodeProperties[] = [
		{
			displayName: 'Webhook URL',
			name: 'webhookSecret',
			type: 'string',
			typeOptions: { password: true },
			required: true,
			default: '',
			placeholder: 'https://your-portal.bitrix24.com/rest/1/…/',
			description: 'It is a password: whoever has it can act in your portal',
			hint: 'In Bitrix24: <b>Applications > Developer resources > Other > Inbound webhook</b>, with the permission <b>Business processes (bizproc)</b>. По-русски: Приложения > Разработчикам > Другое > Входящий вебхук, право «Бизнес-процессы». For log lines and results only: the trigger needs OAuth2.',
		},
	];

	authenticate = async (
		{ webhookSecret }: ICredentialDataDecryptedObject,
		request: IHttpRequestOptions,
	): Promise<IHttpRequestOptions> => {
		// n8n comes here a second time with the finished address after an answer with status 401.
		if (/^https?:/i.test(request.url)) return request;
		const { base, reason } = readWebhookAddress(webhookSecret);
		if (base === undefined) throw new UserError(sentence(reason));
		// A renamed portal: the same path at the new origin.
		const { origin } = new URL(base);
		request.url = `${request.baseURL || origin}${base.slice(origin.length)}${request.url}`;
		delete request.baseURL;
		return request;
	};

	test: ICredentialTestRequest = connectionTest('method.get', true);
}
