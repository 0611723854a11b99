/* eslint-disable @n8n/community-nodes/no-restricted-imports */
import axios from 'axios';
import type { Session } from './session';
import { isOldN8n } from './version';

export interface Credential {
	/** The last one is n8n's own, for an example with a language model. */
	type: 'bitrix24WebhookApi' | 'bitrix24OAuth2Api' | 'openAiApi';
	name: string;
	data: Record<string, unknown>;
}

/** Saves a credential, in place of one with the same name if there is one. Returns its id. */
export async function saveCredential(session: Session, credential: Credential): Promise<string> {
	const { data: saved } = await session.get<{ data: Array<{ id: string; name: string }> }>('/credentials');
	const same = saved.data.find(({ name }) => name === credential.name);
	if (same) {
		await session.patch(`/credentials/${same.id}`, credential);
		return same.id;
	}
	const { data: created } = await session.post<{ data: { id: string } }>('/credentials', credential);
	return created.data.id;
}

export interface TestAnswer {
	status: 'OK' | 'Error';
	message: string;
}

/** What the editor shows when a person presses Test on a credential just filled in. */
export async function testCredential(
	session: Session,
	credential: Credential & { id?: string },
): Promise<TestAnswer> {
	// n8n 1 tests only one that is saved.
	const id = isOldN8n ? await saveCredential(session, credential) : '';
	const { data } = await session.post('/credentials/test', { credentials: { id, ...credential } });
	return data.data;
}

/**
 * Connects an OAuth2 credential as a person does: takes n8n's authorize address, presses Allow on the portal's page,
 * and goes where the portal sends the browser, which is back to n8n.
 *
 * @throws when the portal sends nobody back, or n8n has no access afterwards.
 */
export async function connectOAuth2(session: Session, credentialId: string): Promise<void> {
	// Access from an earlier time would hide that this attempt failed.
	// n8n 1 knows no way to take a connection back.
	if (!isOldN8n) await session.delete(`/credentials/${credentialId}/oauth-token`);
	const { data: address } = await session.get<{ data: string }>('/oauth2-credential/auth', {
		params: { id: credentialId },
	});
	const answer = await axios.post(address.data, undefined, {
		maxRedirects: 0,
		proxy: false,
		validateStatus: null,
	});
	if (answer.status !== 302)
		throw new Error(`The portal did not send the browser back to n8n: ${answer.data}`);
	const page = await session.get<string>(answer.headers.location as string);
	const { data: credential } = await session.get(`/credentials/${credentialId}`, {
		params: { includeData: true },
	});
	if (!credential.data.data.oauthTokenData) throw new Error(`n8n did not get access: ${page.data}`);
}
