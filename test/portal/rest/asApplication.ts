import { type Answer, post } from '../http/client';
import type { Portal } from '../portal';

/** Calls in the name of the application and its user, with an access token of their own. */
export function asApplication(portal: Portal) {
	const { access_token: auth } = portal.oauth.issueTokens();
	return async (method: string, params: object = {}): Promise<Answer> =>
		await post(`${portal.url}/rest/${method}`, { auth, ...params });
}
