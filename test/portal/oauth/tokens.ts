import { randomText } from '../bizproc/token';
import type { Rules } from '../options';
import type { TokenAnswer } from './contract';

/** A code is good for one use within this time. https://apidocs.bitrix24.com/settings/oauth/index.html */
const CODE_MILLISECONDS = 30_000;

/** Where the parties live; known once the servers listen. */
export interface Origins {
	portal: string;
	authorizationServer: string;
}

/** The codes, access tokens and refresh tokens of the one application the portal knows. */
export class Tokens {
	readonly application = { clientId: `local.${randomText(14)}`, clientSecret: randomText(50) };
	private readonly codes = new Map<string, number>();
	private readonly accessTokens = new Map<string, number>();
	private readonly refreshTokens = new Set<string>();

	constructor(
		readonly rules: Rules,
		readonly memberId: string,
		readonly origins: Origins,
		private readonly now: () => number = Date.now,
	) {}

	issueCode(): string {
		const code = randomText(32);
		this.codes.set(code, this.now() + CODE_MILLISECONDS);
		return code;
	}

	/** True once for each code that is not too old. */
	useCode(code: string): boolean {
		const until = this.codes.get(code) ?? 0;
		this.codes.delete(code);
		return this.now() < until;
	}

	/** True once for each refresh token: the answer carries the next one. */
	useRefreshToken(refreshToken: string): boolean {
		return this.refreshTokens.delete(refreshToken);
	}

	issue(userId = 1): TokenAnswer {
		const { accessTokenSeconds, scope } = this.rules;
		const [accessToken, refreshToken] = [randomText(70), randomText(70)];
		const expires = Math.floor(this.now() / 1000) + accessTokenSeconds;
		this.accessTokens.set(accessToken, this.now() + accessTokenSeconds * 1000);
		this.refreshTokens.add(refreshToken);
		return {
			access_token: accessToken,
			refresh_token: refreshToken,
			expires_in: accessTokenSeconds,
			expires,
			client_endpoint: `${this.origins.portal}/rest/`,
			server_endpoint: `${this.origins.authorizationServer}/rest/`,
			domain: new URL(this.origins.authorizationServer).host,
			member_id: this.memberId,
			scope: scope.join(','),
			status: 'L',
			user_id: userId,
		};
	}

	stateOf(accessToken: string): 'good' | 'expired' | 'unknown' {
		const until = this.accessTokens.get(accessToken);
		if (until === undefined) return 'unknown';
		return this.now() < until ? 'good' : 'expired';
	}

	expireAccessTokens(): void {
		for (const token of this.accessTokens.keys()) this.accessTokens.set(token, 0);
	}

	revokeRefreshTokens(): void {
		this.refreshTokens.clear();
	}
}
