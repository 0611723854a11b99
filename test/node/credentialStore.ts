import {
	ICredentialsHelper,
	type ICredentialDataDecryptedObject,
	type ICredentialTypeData,
	type IHttpRequestOptions,
	type INodeCredentialsDetails,
} from 'n8n-workflow';

/** Credentials in memory, behind the interface through which n8n-core asks for them. */
export class CredentialStore extends ICredentialsHelper {
	types: ICredentialTypeData = {};

	private readonly stored = new Map<string, ICredentialDataDecryptedObject>();

	/** @returns what a node refers to it by */
	add(name: string, data: ICredentialDataDecryptedObject): INodeCredentialsDetails {
		this.stored.set(name, data);
		return { id: name, name };
	}

	/** What is stored now, e.g. after a token was renewed. */
	read(name: string): ICredentialDataDecryptedObject {
		return this.stored.get(name) ?? {};
	}

	getParentTypes(name: string): string[] {
		return this.types[name]?.type.extends ?? [];
	}

	isCredentialUsableByNode(): boolean {
		return true;
	}

	async authenticate(data: ICredentialDataDecryptedObject, type: string, request: IHttpRequestOptions) {
		const { authenticate } = this.types[type].type;
		return typeof authenticate === 'function' ? await authenticate(data, request) : request;
	}

	async preAuthentication() {
		return undefined;
	}

	async runPreAuthentication() {
		return undefined;
	}

	async getDecrypted(
		_data: unknown,
		{ id }: INodeCredentialsDetails,
	): Promise<ICredentialDataDecryptedObject> {
		// A copy each time, as if read from n8n's database.
		return structuredClone(this.read(id ?? ''));
	}

	async updateCredentialsOauthTokenData(
		{ id }: INodeCredentialsDetails,
		_type: string,
		data: ICredentialDataDecryptedObject,
	): Promise<void> {
		this.stored.set(id ?? '', structuredClone(data));
	}

	async updateCredentials(): Promise<void> {}

	async getCredentials(): Promise<never> {
		throw new Error('Not needed by the nodes of this package');
	}

	getCredentialsProperties(type: string) {
		return this.types[type]?.type.properties ?? [];
	}
}
