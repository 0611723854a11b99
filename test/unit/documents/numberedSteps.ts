/**
 * The numbered steps of a section of a Markdown text, as they are read: without markup, pictures and blocks of code,
 * each with what is indented below it. Undefined when the text has no such section, or nothing numbered in it.
 */
export function numberedSteps(text: string, heading: string): string[] | undefined {
	const section = text.split(/^(?=## )/m).find((part) => part.split('\n', 1)[0] === `## ${heading}`);
	if (section === undefined) return undefined;
	const steps: string[] = [];
	for (const line of withoutBlocks(section).split('\n')) {
		const [, words] = /^\d+\.\s+(.*)$/.exec(line) ?? [];
		if (words !== undefined) steps.push(words);
		else if (/^\s+\S/.test(line) && steps.length > 0) steps[steps.length - 1] += ` ${line}`;
	}
	return steps.length > 0 ? steps.map(asRead) : undefined;
}

const withoutBlocks = (text: string): string => text.replace(/^\s*```[^]*?^\s*```.*$/gm, '');

const asRead = (markdown: string): string =>
	markdown
		.replace(/!\[[^\]]*\]\([^)]*\)/g, '')
		.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
		.replace(/[*_`]{1,3}(\S[^*_`]*)[*_`]{1,3}/g, '$1')
		.replace(/\s+[-*]\s+/g, ' ')
		.replace(/\s+/g, ' ')
		.trim();
