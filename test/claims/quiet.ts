import { withoutSecrets } from '../../nodes/portal/wire/secrets';
import type { Settings } from './settings';

/** Words without the secrets of a check and without the name of the portal, fit to be sent to others. */
export function quiet({ webhook, portal, accessToken, eventToken }: Settings): (words: string) => string {
	const secret = webhook.split('/').at(-2)!;
	const hosts = [webhook, portal].map((address) => new URL(address).host);
	const known = [secret, accessToken, eventToken].filter((text): text is string => text !== undefined);
	const hidden = [...known, ...hosts].flatMap((text) => [text, encodeURIComponent(text)]);
	return (words) => withoutSecrets(words, hidden);
}
