/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- reads the documents */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export const ROOT = join(__dirname, '..', '..', '..');

/** Every page for people, by its place in the repository. */
export const pages = (): string[] => [
	...['README.md', 'README.ru.md', 'CHANGELOG.md', 'CONTRIBUTING.md', 'examples/README.md'],
	...readdirSync(join(ROOT, 'docs'), { recursive: true, encoding: 'utf8' })
		.filter((file) => file.endsWith('.md'))
		.map((file) => join('docs', file)),
];

export const textOf = (page: string): string => readFileSync(join(ROOT, page), 'utf8');

/** Where the links and pictures of a page lead. */
export const linksOf = (page: string): string[] =>
	[...textOf(page).matchAll(/\]\(([^)\s]+)\)/g)].map(([, target]) => target);

/** The places of a page that an address can name behind its #, as GitHub makes them from headings. */
export const placesOf = (page: string): string[] => {
	const text = textOf(page);
	const headings = [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading]) => heading);
	const marks = [...text.matchAll(/<a id="([^"]+)">/g)].map(([, id]) => id);
	return [...headings.map(toPlace), ...marks];
};

const toPlace = (heading: string): string =>
	heading
		.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
		.toLowerCase()
		.replace(/[^\p{L}\p{N} _-]/gu, '')
		.replaceAll(' ', '-');
