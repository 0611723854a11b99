import type { Desk } from '../desk';

/**
 * The `auth` of a post to an application's handler. `domain` is the portal here, unlike in a token answer. A step that
 * was registered without a user brings no tokens.
 */
export function applicationAuth(desk: Desk, userId: number): Record<string, unknown> {
	const { tokens, applicationToken } = desk;
	const { access_token, refresh_token, ...rest } = tokens.issue(userId);
	return {
		...(userId ? { access_token, refresh_token } : {}),
		...rest,
		domain: new URL(tokens.origins.portal).host,
		application_token: applicationToken,
	};
}
