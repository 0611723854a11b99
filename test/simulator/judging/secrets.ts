import type { Attempt } from '../n8n/attempt';
import type { Evidence } from './evidence';

export function findSecrets({ attempts, installation, leftTexts }: Evidence): string[] {
	const secrets = installation.credentials.flatMap((credential) => credential.secrets);
	const find = (name: string, text: string) =>
		secrets.filter((secret) => text.includes(secret)).map((secret) => `${name} holds ${secret}`);
	return [
		...attempts.flatMap((attempt) => find(`Try ${attempt.number}`, wordsOf(attempt))),
		...find('The database', leftTexts.map(({ text }) => text).join(' ')),
	];
}

/** All that the node says: its outcomes, its error as n8n stores it, its words to the log. */
function wordsOf({ items, error, words, materials }: Attempt): string {
	const outputs = (items ?? []).map(({ json, ...more }, item) => {
		const added = Object.keys(json).filter(
			(name) => json[name] !== ownValue(materials[item]?.item.json, name),
		);
		return [added.map((name) => json[name]), (more as { error?: unknown }).error];
	});
	const { message, stack } = (error ?? {}) as Error;
	const spread = error !== null && typeof error === 'object' ? { ...error } : {};
	return [JSON.stringify(outputs), message, stack, stringify(spread), ...words].join('\n');
}

function ownValue(json: object | undefined, name: string): unknown {
	const { value } = (json && Object.getOwnPropertyDescriptor(json, name)) ?? {};
	return value;
}

/** As n8n stores it: what contains itself is left out. */
function stringify(value: unknown): string {
	const seen = new Set<unknown>();
	return JSON.stringify(value, (_, inner: unknown) => {
		if (typeof inner === 'bigint') return String(inner);
		if (typeof inner !== 'object' || inner === null) return inner;
		if (seen.has(inner)) return undefined;
		seen.add(inner);
		return inner;
	});
}
