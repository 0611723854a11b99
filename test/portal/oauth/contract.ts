import type { Strike } from '../faults/fault';

/** What the token endpoint answers: no `token_type`, and `domain` is the authorization server, not the portal. */
export interface TokenAnswer {
	access_token: string;
	refresh_token: string;
	expires_in: number;
	/** Unix seconds. */
	expires: number;
	client_endpoint: string;
	server_endpoint: string;
	domain: string;
	member_id: string;
	/** Comma-separated. */
	scope: string;
	/** `L`: a local application. */
	status: string;
	user_id: number;
}

/** How the token endpoint fails. It renews nothing then, so a refresh token stays good. */
export type Stumble = { times?: number } & Extract<
	Strike,
	{ kind: 'refuse' | 'html' | 'silence' | 'dropBefore' }
>;

/** The authorization server, at an origin of its own, and the one application it knows. */
export interface OAuthServer {
	/** Origin; the token endpoint is `${url}/oauth/token/`. */
	url: string;
	application: { clientId: string; clientSecret: string };
	/** How often the token endpoint was asked, whatever came of it. */
	asked: number;
	/** How often a refresh succeeded. */
	refreshes: number;
	lastRefreshToken: string;
	/** The application's address in the portal's settings; missing until it is set. */
	redirectUrl?: string;
	/** Sets it: the authorize page always goes there. */
	setRedirectUrl(url: string): void;
	/** What the token endpoint would answer after the user agreed. */
	issueTokens(): TokenAnswer;
	/** Every access token issued so far is `expired_token` from now on. */
	expireAccessTokens(): void;
	/** Every refresh token issued so far is `invalid_grant` from now on. */
	revoke(): void;
	/** The next answers of the token endpoint are HTTP 200 with `wrong_client`. Default once. */
	answerWrongClient(times?: number): void;
	/** The next answers of the token endpoint are of this kind. Default once. */
	stumble(stumble: Stumble): void;
}
