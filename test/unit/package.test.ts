/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- reads the sources */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import manifest from '../../package.json';

const ROOT = join(__dirname, '..', '..');
const found = (folder: string, ending: string) =>
	readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
		.filter((file) => file.endsWith(ending))
		.map((file) => `dist/${folder}/${file.replace(/\.ts$/, '.js')}`)
		.sort();

describe('The package', () => {
	it('registers every node and every credential that is there', () => {
		expect([...manifest.n8n.nodes].sort()).toEqual(found('nodes', '.node.ts'));
		expect([...manifest.n8n.credentials].sort()).toEqual(found('credentials', '.credentials.ts'));
	});

	it('has no runtime dependencies', () => {
		expect(manifest).not.toHaveProperty('dependencies');
		expect(manifest.peerDependencies).toEqual({ 'n8n-workflow': '*' });
	});

	it.each([...manifest.n8n.nodes, ...manifest.n8n.credentials])('ships the icons that %s names', (file) => {
		const code = readFileSync(join(ROOT, file), 'utf8');
		const icons = [...code.matchAll(/'file:([^']+)'/g)].map(([, icon]) => join(ROOT, file, '..', icon));
		expect(icons).toHaveLength(2);
		expect(icons.filter((icon) => !existsSync(icon))).toEqual([]);
	});

	it('has a lock file without registry addresses', () => {
		for (const lock of ['package-lock.json', 'test/n8n/package-lock.json']) {
			expect(readFileSync(join(ROOT, lock), 'utf8')).not.toMatch(/"resolved"/);
		}
	});
});
