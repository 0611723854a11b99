import type { Reply } from '../http/reply';
import { json } from '../http/reply';
import { parseStr } from '../php/parseStr';
import type { TokenAnswer } from './contract';
import type { Tokens } from './tokens';

/**
 * `/oauth/token/`, by GET with a query or POST with a form.
 * https://apidocs.bitrix24.com/settings/oauth/error-codes.html
 */
export class TokenEndpoint {
	refreshes = 0;
	lastRefreshToken = '';
	private wrongClientAnswers = 0;

	constructor(private readonly tokens: Tokens) {}

	answerWrongClient(times: number): void {
		this.wrongClientAnswers = times;
	}

	answer(query: string, form: string): Reply {
		const given = { ...parseStr(query), ...parseStr(form) };
		if (this.wrongClientAnswers > 0) {
			this.wrongClientAnswers--;
			// With HTTP 200: the one refusal that a look at the status misses.
			return json(200, { error: 'wrong_client', error_description: 'Wrong client' });
		}
		const { clientId, clientSecret } = this.tokens.application;
		if (given.client_id !== clientId || given.client_secret !== clientSecret) {
			return json(400, { error: 'invalid_client', error_description: 'Invalid client' });
		}
		switch (given.grant_type) {
			case 'authorization_code':
				return this.grant(this.tokens.useCode(String(given.code)));
			case 'refresh_token': {
				const good = this.tokens.useRefreshToken(String(given.refresh_token));
				if (good) this.refreshes++;
				return this.grant(good);
			}
			default:
				return json(400, { error: 'invalid_request', error_description: 'Invalid request' });
		}
	}

	issueTokens(): TokenAnswer {
		const answer = this.tokens.issue();
		this.lastRefreshToken = answer.refresh_token;
		return answer;
	}

	private grant(good: boolean): Reply {
		if (!good) return json(400, { error: 'invalid_grant', error_description: 'Invalid grant' });
		return json(200, this.issueTokens());
	}
}
