import type { Portal } from '../../portal/contract';
import type { CredentialForm } from '../credentialForm';

/** The stand-in portal has a server of its own, which is none of the choices. */
export async function enterAuthorizationServer(form: CredentialForm, portal: Portal): Promise<void> {
	await form.express('Authorization Server', portal.oauth.url);
}
