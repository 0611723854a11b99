/** HTML that may be sent as it is. Nothing but `markup` makes it, so a text from outside is always escaped. */
export class Markup {
	constructor(readonly text: string) {}
}

export type Content = Markup | string | number | false | undefined | Content[];

const ENTITIES: Record<string, string> = {
	'&': '&amp;',
	'<': '&lt;',
	'>': '&gt;',
	'"': '&quot;',
	"'": '&#39;',
};

/** HTML with values: texts are escaped, for elements and for quoted attributes; markup stays; false is nothing. */
export function markup(parts: TemplateStringsArray, ...values: Content[]): Markup {
	return new Markup(parts.reduce((text, part, index) => `${text}${written(values[index - 1])}${part}`));
}

function written(value: Content): string {
	if (value === false || value === undefined) return '';
	if (value instanceof Markup) return value.text;
	if (Array.isArray(value)) return value.map(written).join('');
	return String(value).replace(/[&<>"']/g, (character) => ENTITIES[character]);
}

/** A text from outside that keeps its direction of writing to itself. */
export function isolated(text: string): Markup {
	return markup`<bdi>${text}</bdi>`;
}
