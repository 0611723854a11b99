/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals */
import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { html, type Reply } from '../http/reply';

const TYPES: Record<string, string> = {
	'.css': 'text/css; charset=utf-8',
	'.js': 'text/javascript; charset=utf-8',
	'.svg': 'image/svg+xml',
};

const FOLDER = join(__dirname, 'assets');

const FILES = new Map(
	readdirSync(FOLDER).map((name) => [name, readFileSync(join(FOLDER, name), 'utf8')] as const),
);

/** The page's style and scripts, as they stand in their files. */
export function asset(name: string): Reply {
	const text = FILES.get(name);
	if (text === undefined) return html(404);
	return {
		status: 200,
		headers: { 'Content-Type': TYPES[extname(name)], 'Cache-Control': 'no-cache' },
		text,
	};
}
