import type { IAuthenticateRuleResponseSuccessBody, ICredentialTestRequest } from 'n8n-workflow';
import {
	CONNECTION_REFUSALS,
	NOT_BITRIX24,
	sentence,
	TEST_REFUSALS,
	type Words,
} from '../nodes/portal/answers/connection';

/**
 * Asks the portal whether `bizproc.activity.log` is available to the credential; it changes nothing there.
 * The answer: `{ result: { isExisting, isAvailable } }`, not existing without business processes in the plan,
 * not available without the scope.
 * @param ignoreHttpStatusErrors refusals come as HTTP errors, of which n8n would show only the status
 * @see https://apidocs.bitrix24.com/api-reference/common/system/method-get.html
 */
export const connectionTest = (
	url: string,
	ignoreHttpStatusErrors: boolean | { ignore: true; except: number[] },
): ICredentialTestRequest => ({
	request: {
		url,
		method: 'POST',
		body: { name: 'bizproc.activity.log' },
		json: true,
		disableFollowRedirect: true,
		// Older n8n declares the boolean only.
		ignoreHttpStatusErrors: ignoreHttpStatusErrors as boolean,
	},
	rules: [
		...Object.entries(TEST_REFUSALS).map(([code, words]) => when('error', code, words)),
		when('result.isExisting', false, CONNECTION_REFUSALS.ERROR_METHOD_NOT_FOUND),
		when('result.isAvailable', false, CONNECTION_REFUSALS.insufficient_scope),
		when('result.isAvailable', undefined, NOT_BITRIX24),
	],
});

const when = (key: string, value: unknown, words: Words): IAuthenticateRuleResponseSuccessBody => ({
	type: 'responseSuccessBody',
	properties: { key, value, message: sentence(words) },
});
