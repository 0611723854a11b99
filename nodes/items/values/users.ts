/**
 * A user, or a department as the portal itself names it; undefined for a name or an e-mail address, which the portal
 * does not look up.
 */
export function readUser(text: string): string | undefined {
	const name = text.trim();
	if (/^[1-9]\d*$/.test(name)) return `user_${name}`;
	return /^(user_[1-9]\d*|group_\w+)$/.test(name) ? name : undefined;
}
