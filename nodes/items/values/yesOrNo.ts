const YES = 'y yes true on 1 да так ja oui sí si sim ✓ ✔ ✅ ☑'.split(' ');
const NO = 'n no false off 0 нет ні nein non não ✗ ✘ ❌ ✖ ☐'.split(' ');

/** How people write yes and no, as the portal does; undefined for anything else. */
export function yesOrNo(text: string): 'Y' | 'N' | undefined {
	// Emoji may carry a mark that only says how they are drawn.
	const word = text.trim().replace('\ufe0f', '').toLowerCase();
	if (YES.includes(word)) return 'Y';
	return NO.includes(word) ? 'N' : undefined;
}
