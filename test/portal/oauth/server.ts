import type { Reply } from '../http/reply';
import { html } from '../http/reply';
import type { AuthorizePage } from './authorize';
import type { OAuthServer, TokenAnswer } from './contract';
import type { TokenEndpoint } from './tokenEndpoint';
import type { Tokens } from './tokens';

/** The authorization server as the person at the controls holds it. */
export class AuthorizationServer implements OAuthServer {
	constructor(
		private readonly tokens: Tokens,
		private readonly endpoint: TokenEndpoint,
		private readonly page: AuthorizePage,
	) {}

	get url() {
		return this.tokens.origins.authorizationServer;
	}

	get application() {
		return this.tokens.application;
	}

	get refreshes() {
		return this.endpoint.refreshes;
	}

	get lastRefreshToken() {
		return this.endpoint.lastRefreshToken;
	}

	/** What the authorization server answers at its own origin. */
	answer(path: string, query: string, form: string): Reply {
		const isTokenEndpoint = /^\/oauth\/token\/?$/.test(path);
		return isTokenEndpoint ? this.endpoint.answer(query, form) : html(404);
	}

	setRedirectUrl(url: string): void {
		this.page.setRedirectUrl(url);
	}

	issueTokens(): TokenAnswer {
		return this.endpoint.issueTokens();
	}

	expireAccessTokens(): void {
		this.tokens.expireAccessTokens();
	}

	revoke(): void {
		this.tokens.revokeRefreshTokens();
	}

	answerWrongClient(times = 1): void {
		this.endpoint.answerWrongClient(times);
	}
}
