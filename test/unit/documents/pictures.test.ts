/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- reads the documents */
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { picturesIn } from './picturesIn';

/** Every picture that a document shows is there, and none is so large that a page waits for it. */

const ROOT = join(__dirname, '..', '..', '..');
const MOST_BYTES = 80 * 1024;

const below = (folder: string): string[] =>
	existsSync(join(ROOT, folder)) ? readdirSync(join(ROOT, folder)).map((name) => `${folder}/${name}`) : [];
const documents = [...readdirSync(ROOT), ...below('docs'), ...below('docs/ru'), ...below('examples')].filter(
	(file) => file.endsWith('.md'),
);

const shown = documents.flatMap((file) =>
	picturesIn(readFileSync(join(ROOT, file), 'utf8')).map((path) => [file, join(dirname(file), path)]),
);

it('reads the pictures of a text, in both ways in which it can show one, and no others', () => {
	const text =
		'![The log](docs/pictures/log.png "Log") [![CI](https://example.com/ci.svg)](x)\n<img width="80" src="a/b.png">';
	expect(picturesIn(text)).toEqual(['docs/pictures/log.png', 'a/b.png']);
});

it('every picture that a document shows is there; npm run pictures makes them', () => {
	expect(shown.filter(([, path]) => !existsSync(join(ROOT, path)))).toEqual([]);
});

it('no picture is there that no document shows', () => {
	const paths = shown.map(([, path]) => path);
	expect(below('docs/pictures').filter((path) => !paths.includes(path))).toEqual([]);
});

it('no picture is larger than 80 kB', () => {
	const pictures = below('docs/pictures');
	expect(pictures.filter((path) => statSync(join(ROOT, path)).size > MOST_BYTES)).toEqual([]);
});
