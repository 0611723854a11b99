import type { IDataObject } from 'n8n-workflow';
import { isObject } from '../answers/reply';
import type { Caller, Credential } from './credential';
import { describedWithoutSecrets, holdsDescriptions, secretsIn } from './secrets';

/** The secrets of one credential, with those before: an answer may quote an access that was renewed meanwhile. */
export interface KnownSecrets {
	/** Reads the credential anew. @returns the access that n8n holds for the application at the moment, a secret */
	readAccess(): Promise<unknown>;
	/** An answer without them. */
	takenOutOf(body: IDataObject): Promise<IDataObject>;
}

export function openKnownSecrets(context: Caller, { base, type }: Credential): KnownSecrets {
	// A webhook's address holds its secret.
	const known = new Set(secretsIn({ webhookSecret: base }));

	async function read(): Promise<IDataObject> {
		try {
			const credential = await context.getCredentials(type);
			for (const secret of secretsIn(credential)) known.add(secret);
			return credential;
		} catch {
			return {};
		}
	}

	return {
		async readAccess() {
			const { oauthTokenData } = await read();
			return isObject(oauthTokenData) ? oauthTokenData.access_token : undefined;
		},
		async takenOutOf(body) {
			if (!holdsDescriptions(body)) return body;
			await read();
			return describedWithoutSecrets(body, [...known]);
		},
	};
}
