import type { ICredentialTestRequest, ICredentialType, INodeProperties } from 'n8n-workflow';
import { connectionTest } from './connectionTest';

const hidden = (name: string, value: string): INodeProperties => ({
	displayName: name,
	name,
	type: 'hidden',
	default: value,
});

/** The portal's address without a slash or a path at its end, with https:// if no protocol was typed. */
const origin = (portalUrl: string): string =>
	`(${portalUrl} || "").trim().replace(/^(?!https?:\\/\\/)/i, "https://").replace(/^(https?:\\/\\/[^\\/?#]*).*$/i, "$1")`;

/** A local application of one portal, connected by n8n's own OAuth2 flow, which also renews the access. */
export class Bitrix24OAuth2Api implements ICredentialType {
	name = 'bitrix24OAuth2Api';

	extends = ['oAuth2Api'];

	displayName = 'Bitrix24 OAuth2 API';

	icon = { light: 'file:bitrix24.svg', dark: 'file:bitrix24.dark.svg' } as const;

	documentationUrl =
		'https://github.com/n8n-nodes-bitrix24-bizproc/n8n-nodes-bitrix24-bizproc#oauth2-local-application';

	properties: INodeProperties[] = [
		{
			displayName: 'Portal URL',
			name: 'portalUrl',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'https://your-portal.bitrix24.com',
			description: 'The address you open Bitrix24 with',
		},
		{
			displayName: 'Authorization Server',
			name: 'authorizationServer',
			type: 'options',
			options: [
				{ name: 'oauth.bitrix.info (Most Portals)', value: 'https://oauth.bitrix.info' },
				{
					name: 'oauth.bitrix24.tech (Portals in Ru, By, Kz, Kg, Uz, Am, Az, Ge)',
					value: 'https://oauth.bitrix24.tech',
				},
			],
			default: 'https://oauth.bitrix.info',
			description:
				'Where Bitrix24 issues and renews the access. Portals of Russia, Belarus, Kazakhstan, Kyrgyzstan, Uzbekistan, Armenia, Azerbaijan and Georgia have a server of their own.',
		},
		hidden('grantType', 'authorizationCode'),
		hidden('authUrl', `={{ ${origin('$self["portalUrl"]')} }}/oauth/authorize/`),
		hidden('accessTokenUrl', '={{ $self["authorizationServer"] }}/oauth/token/'),
		// Permissions are set in the application's card on the portal, not asked for here.
		hidden('scope', ''),
		hidden('authQueryParameters', ''),
		// The authorization server wants the client's id and secret in the body; a header it does not read.
		hidden('authentication', 'body'),
	];

	test: ICredentialTestRequest = connectionTest(
		`={{ (($credentials.oauthTokenData && $credentials.oauthTokenData.client_endpoint) || (${origin('$credentials.portalUrl')} + "/rest")).replace(/\\/*$/, "/") }}method.get`,
		// A 401 has to stay an HTTP error: it makes n8n renew the access.
		{ ignore: true, except: [401] },
	);
}
