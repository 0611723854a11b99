import type { IHttpRequestOptions } from 'n8n-workflow';
import { Bitrix24WebhookApi } from '../../../credentials/Bitrix24WebhookApi.credentials';
import type { Reply } from '../portal/reply';
import type { Setting } from './context';
import { renewal } from './renewal';

const webhookType = new Bitrix24WebhookApi();
/** n8n's own, unless a node sets another. */
const TIMEOUT_MS = 300_000;

/** n8n's HTTP helper with a credential: signs the request in, sends it, and tries once more after a 401. */
export async function httpHelper(
	setting: Setting,
	type: string,
	options: IHttpRequestOptions,
	more: { oauth2?: { skipTokenRefresh?: boolean } } = {},
): Promise<unknown> {
	const { attempt, installation } = setting;
	if (type !== 'bitrix24OAuth2Api') {
		const credential = await installation.readCredential(attempt.node, type);
		const request = await webhookType.authenticate(credential, options);
		return toAnswer(
			await send(setting, request, {}).catch(async (error: { response?: Reply }) => {
				if (error.response?.status !== 401) throw error;
				return await send(setting, await webhookType.authenticate(credential, request), {});
			}),
		);
	}
	const sign = async () => {
		const { oauthTokenData } = await installation.readCredential(attempt.node, type);
		return { Authorization: `Bearer ${(oauthTokenData as { access_token: string }).access_token}` };
	};
	return toAnswer(
		await send(setting, options, await sign()).catch(async (error: { response?: Reply }) => {
			if (error.response?.status !== 401 || more.oauth2?.skipTokenRefresh === true) throw error;
			await renewal(setting, type);
			return await send(setting, options, await sign());
		}),
	);
}

async function send(
	{ attempt, installation, signal }: Setting,
	{ url, body, timeout, ...options }: IHttpRequestOptions,
	headers: Record<string, string>,
): Promise<Reply> {
	if (options.method !== 'POST' || options.disableFollowRedirect !== true) {
		throw new Error('The simulator knows POSTs only, and nobody may follow a redirect with a secret in hand');
	}
	const index = attempt.node.credential;
	const credential = installation.credentials[index];
	const token = headers.Authorization?.replace('Bearer ', '');
	return await installation.network.post({
		...{ url, headers, body, signal, credential: index, timeoutMs: timeout ?? TIMEOUT_MS },
		takes: takenBy(options.ignoreHttpStatusErrors),
		from: { process: attempt.process, attempt: attempt.number, lineage: attempt.lineage },
		access: {
			plan: credential.plan,
			secrets: credential.inUse(),
			token: token === undefined ? 'good' : credential.judge(token),
		},
	});
}

/** Which answers are handed back, and not thrown. */
function takenBy(ignored: IHttpRequestOptions['ignoreHttpStatusErrors']): (status: number) => boolean {
	if (typeof ignored === 'object') return (status) => !ignored.except.includes(status);
	return (status) => status < 300 || ignored === true;
}

const toAnswer = ({ status, headers, body }: Reply) => ({
	statusCode: status,
	statusMessage: '',
	headers,
	body,
});
