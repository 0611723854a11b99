/* eslint-disable @n8n/community-nodes/no-restricted-imports -- reads the documents and the sources */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import manifest from '../../../package.json';
import { linksOf, pages, placesOf, ROOT, textOf } from './pages';

const isElsewhere = (target: string): boolean => /^[a-z]+:/i.test(target);

/** The pictures are made, and looked after, by the test of the editor. */
const isPicture = (target: string): boolean => target.endsWith('.png');

function leadsSomewhere(page: string, target: string): boolean {
	const [path, place] = decodeURI(target).split('#');
	const file = path === '' ? page : normalize(join(dirname(page), path));
	if (!existsSync(join(ROOT, file))) return false;
	return place === undefined || placesOf(file).includes(place);
}

describe.each(pages())('%s', (page) => {
	it('leads to files and places that are there', () => {
		const targets = linksOf(page).filter((target) => !isElsewhere(target) && !isPicture(target));
		expect(targets.filter((target) => !leadsSomewhere(page, target))).toEqual([]);
	});
});

it('README can be read at one go', () => {
	expect(textOf('README.md').split('\n').length).toBeLessThanOrEqual(200);
});

it('The nodes and credentials lead to pages and places that are there', () => {
	const sources = ['nodes', 'credentials'].flatMap((folder) =>
		readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
			.filter((file) => /\.(ts|json)$/.test(file))
			.map((file) => readFileSync(join(ROOT, folder, file), 'utf8')),
	);
	const own = manifest.homepage.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
	const address = new RegExp(`${own}(?:/blob/main/([\\w./-]+))?(?:#([\\w-]+))?`, 'g');
	const targets = sources.flatMap((text) =>
		[...text.matchAll(address)].map(([, page, place]) => ({ page: page ?? 'README.md', place })),
	);
	expect(targets.length).toBeGreaterThan(0);
	const isThere = ({ page, place }: { page: string; place?: string }) =>
		existsSync(join(ROOT, page)) &&
		(place === undefined || place === 'readme' || placesOf(page).includes(place));
	expect(targets.filter((target) => !isThere(target))).toEqual([]);
});
