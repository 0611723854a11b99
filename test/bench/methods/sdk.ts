import { ApiVersion, B24Hook, ParamsFactory, type RestrictionParams } from '@bitrix24/b24jssdk';
import type { Plan } from '../messages';
import { LOG_METHOD, type Method, type MethodOptions } from './method';

const OPEN_WIDE = { burstLimit: 1e9, drainRate: 1e9, adaptiveEnabled: false };

/** Its limiter knows the plan, as its documentation asks for; without limits it is opened so that it never waits. */
const restrictions: Record<Plan, Partial<RestrictionParams>> = {
	unlimited: { ...ParamsFactory.getDefault(), rateLimit: OPEN_WIDE },
	ordinary: ParamsFactory.getDefault(),
	enterprise: ParamsFactory.getEnterprise(),
};

/** Bitrix24's own SDK: its batch call for any number of commands. */
export async function sdk({ webhookUrl, plan }: MethodOptions): Promise<Method> {
	// It takes https addresses only; the portal of the benchmark speaks http to everybody.
	const b24 = B24Hook.fromWebhookUrl(webhookUrl.replace(/^http:/, 'https:'), {
		restrictionParams: restrictions[plan],
	});
	b24.getHttpClient(ApiVersion.v2).ajaxClient.interceptors.request.use((config) => ({
		...config,
		url: config.url?.replace(/^https:/, 'http:'),
	}));
	return {
		async write(items) {
			const calls = items.map(({ eventToken, message }) => ({
				method: LOG_METHOD,
				params: { EVENT_TOKEN: eventToken, LOG_MESSAGE: message },
			}));
			const result = await b24.actions.v2.batchByChunk.make({ calls, options: { isHaltOnError: false } });
			return result.getData()?.length ?? 0;
		},
	};
}
