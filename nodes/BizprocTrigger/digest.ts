import { createHash, timingSafeEqual } from 'node:crypto';

/** SHA-256 as hexadecimal text: enough to know a value again, and of no use for anything else. */
export const digest = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Compares two digests in a time that does not tell where they differ. */
export function isSameDigest(a: string, b: string): boolean {
	const [one, other] = [Buffer.from(a), Buffer.from(b)];
	return one.length === other.length && timingSafeEqual(one, other);
}
