const ENTITIES: Record<string, string> = {
	'&': '&amp;',
	'<': '&lt;',
	'>': '&gt;',
	'"': '&quot;',
	"'": '&#39;',
};

/** Text that is safe inside an element or a quoted attribute. */
export function escapeHtml(text: string): string {
	return text.replace(/[&<>"']/g, (character) => ENTITIES[character]);
}

/** Text from outside, escaped, that keeps its direction of writing to itself. */
export function isolated(text: string): string {
	return `<bdi>${escapeHtml(text)}</bdi>`;
}
