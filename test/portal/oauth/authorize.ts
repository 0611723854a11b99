import type { Reply } from '../http/reply';
import { notice } from '../page/frame';
import { markup } from '../page/markup';
import { parseStr } from '../php/parseStr';
import type { Tokens } from './tokens';

/**
 * `/oauth/authorize/` on the portal: asks the user, then sends the browser to the address in the application's
 * settings, whatever the request says (redirect_uri, response_type and scope are ignored).
 * https://apidocs.bitrix24.com/settings/oauth/index.html
 */
export class AuthorizePage {
	redirectUrl?: string;

	constructor(private readonly tokens: Tokens) {}

	answer(verb: string | undefined, query: string): Reply {
		const { client_id: clientId, state = '' } = parseStr(query);
		if (clientId !== this.tokens.application.clientId) {
			return notice(400, 'Application not found', markup`<p>No application has this client_id.</p>`);
		}
		if (!this.redirectUrl) {
			return notice(
				400,
				'No address',
				markup`<p>The settings of the application name no address. Enter the OAuth Redirect URL of n8n’s credential as your handler path on the portal’s page.</p>`,
			);
		}
		return verb === 'POST' ? this.allow(this.redirectUrl, String(state)) : this.ask(query);
	}

	private ask(query: string): Reply {
		const { clientId } = this.tokens.application;
		const text = markup`<p>The application <b>${clientId}</b> asks for access to your Bitrix24.</p>`;
		const form = markup`<form method="post" action="/oauth/authorize/?${query}"><button>Allow</button></form>`;
		return notice(200, 'Allow access', [text, form]);
	}

	private allow(redirectUrl: string, state: string): Reply {
		const { memberId, origins, rules } = this.tokens;
		const target = new URL(redirectUrl);
		const answer = {
			...{ code: this.tokens.issueCode(), state, member_id: memberId },
			domain: new URL(origins.portal).host,
			scope: rules.scope.join(','),
			server_domain: new URL(origins.authorizationServer).host,
		};
		for (const [name, value] of Object.entries(answer)) target.searchParams.set(name, value);
		return { status: 302, headers: { Location: target.href }, text: '' };
	}
}
