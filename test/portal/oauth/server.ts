import { distort, type Ending } from '../faults/distort';
import type { Faults } from '../faults/queue';
import { html, json } from '../http/reply';
import type { AuthorizePage } from './authorize';
import type { OAuthServer, Stumble, TokenAnswer } from './contract';
import type { TokenEndpoint } from './tokenEndpoint';
import type { Tokens } from './tokens';

/** The authorization server as the person at the controls holds it. */
export class AuthorizationServer implements OAuthServer {
	asked = 0;

	constructor(
		private readonly tokens: Tokens,
		private readonly endpoint: TokenEndpoint,
		private readonly page: AuthorizePage,
		private readonly stumbles: Faults,
	) {}

	get url() {
		return this.tokens.origins.authorizationServer;
	}

	get application() {
		return this.tokens.application;
	}

	get redirectUrl() {
		return this.page.redirectUrl;
	}

	get refreshes() {
		return this.endpoint.refreshes;
	}

	get lastRefreshToken() {
		return this.endpoint.lastRefreshToken;
	}

	/** What the authorization server answers at its own origin. */
	answer(path: string, query: string, form: string): Ending {
		if (!/^\/oauth\/token\/?$/.test(path)) return html(404);
		this.asked++;
		const fault = this.stumbles.strike('request', 'token', form);
		if (fault === undefined) return this.endpoint.answer(query, form);
		if (fault.kind !== 'refuse') return distort(json(200, {}), fault);
		return json(fault.status, { error: fault.code, error_description: fault.description ?? '' });
	}

	setRedirectUrl(url: string): void {
		this.page.redirectUrl = url;
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

	stumble(stumble: Stumble): void {
		this.stumbles.add(stumble);
	}
}
