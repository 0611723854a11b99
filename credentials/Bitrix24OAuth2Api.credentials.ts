import type { ICredentialTestRequest, ICredentialType, INodeProperties } from 'n8n-workflow';
import { connectionTest } from './connectionTest';
import {
	CLOUD,
	COMMON_SERVER_ADDRESS,
	hostOf,
	LOCAL,
	originOf,
	OWN_SERVER_ADDRESS,
	serverOf,
	SEVERAL,
} from './portalUrl';

const hidden = (name: string, value: string): INodeProperties => ({
	displayName: name,
	name,
	type: 'hidden',
	default: value,
});

const matches = (pattern: string, field = 'portalUrl') => ({ [field]: [{ _cnd: { regex: pattern } }] });

/** A local application of one portal, connected by n8n's own OAuth2 flow, which also renews the access. */
export class Bitrix24OAuth2Api implements ICredentialType {
	name = 'bitrix24OAuth2Api';

	extends = ['oAuth2Api'];

	displayName = 'Bitrix24 OAuth2 API';

	icon = { light: 'file:bitrix24.svg', dark: 'file:bitrix24.dark.svg' } as const;

	documentationUrl =
		'https://github.com/n8n-nodes-bitrix24-bizproc/n8n-nodes-bitrix24-bizproc#oauth2-local-application';

	/**
	 * Fields that n8n has, too, stand where n8n has put them: before all others. So the Portal URL can only come behind
	 * Client ID and Client Secret, and the words for all of them take the place of a field that is of no use here.
	 */
	properties: INodeProperties[] = [
		{
			displayName:
				'In Bitrix24: Applications > Developer resources > Other > Local application (Приложения > Разработчикам > Другое > Локальное приложение). There: the URL above as handler path, Uses API only, permission Business processes (bizproc, «Бизнес-процессы»).',
			name: 'serverUrl',
			type: 'notice',
			default: '',
			// Whoever has an id has read it, and then it makes room: all fields stand in sight, and Connect comes into sight.
			displayOptions: { hide: matches('\\S', 'clientId') },
		},
		{
			displayName: 'Client ID',
			name: 'clientId',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'Application ID (client_id) · Код приложения (client_id)',
		},
		{
			displayName: 'Client Secret',
			name: 'clientSecret',
			type: 'string',
			typeOptions: { password: true },
			required: true,
			default: '',
			placeholder: 'Application key (client_secret) · Ключ приложения (client_secret)',
		},
		{
			displayName: 'Portal URL',
			name: 'portalUrl',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'your-portal.bitrix24.com',
			description: 'The address you open Bitrix24 with',
			hint: 'When all fields are filled in, press Connect at the top',
		},
		{
			displayName: 'The Portal URL holds more than one address. Leave only one of them.',
			name: 'severalAddresses',
			type: 'notice',
			default: '',
			displayOptions: { show: matches(SEVERAL) },
		},
		{
			displayName: 'Authorization Server',
			name: 'localAuthorizationServer',
			type: 'string',
			default: '',
			placeholder: 'http://127.0.0.1:8080',
			hint: 'Only for a test portal on this machine that has one of its own',
			displayOptions: { show: matches(LOCAL) },
		},
		{
			displayName: 'Country of the Portal',
			name: 'authorizationServer',
			type: 'options',
			options: [
				{ name: 'As the Portal URL Ends', value: 'auto' },
				{
					name: 'Russia, Belarus, Kazakhstan, Kyrgyzstan, Uzbekistan, Armenia, Azerbaijan, Georgia',
					value: OWN_SERVER_ADDRESS,
				},
				{ name: 'Any Other Country', value: COMMON_SERVER_ADDRESS },
			],
			default: 'auto',
			description: 'Bitrix24 signs in portals of some countries at a server of their own',
			displayOptions: { show: matches('\\S'), hide: matches(CLOUD) },
		},
		hidden('grantType', 'authorizationCode'),
		hidden('authUrl', `={{ ${originOf('$self["portalUrl"]')} }}/oauth/authorize/`),
		// A field that is not shown has no value here.
		hidden(
			'accessTokenUrl',
			`={{ $self["localAuthorizationServer"] ? ${originOf('$self["localAuthorizationServer"]')} : /^https?:/.test($self["authorizationServer"] || "") ? $self["authorizationServer"] : ${serverOf('$self["portalUrl"]')} }}/oauth/token/`,
		),
		// Permissions are set in the application's card on the portal, not asked for here.
		hidden('scope', ''),
		hidden('authQueryParameters', ''),
		// The authorization server wants the client's id and secret in the body; a header it does not read.
		hidden('authentication', 'body'),
		// n8n gives these two to every OAuth2 credential: the HTTP Request node may use the access at the portal only.
		hidden('allowedHttpRequestDomains', 'domains'),
		hidden('allowedDomains', `={{ ${hostOf('$self["portalUrl"]')} }}`),
	];

	test: ICredentialTestRequest = connectionTest(
		`={{ (($credentials.oauthTokenData && $credentials.oauthTokenData.client_endpoint) || (${originOf('$credentials.portalUrl')} + "/rest")).replace(/\\/$/, "") }}/method.get`,
		// A 401 has to stay an HTTP error: it makes n8n renew the access.
		{ ignore: true, except: [401] },
	);
}
