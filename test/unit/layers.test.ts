/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- reads the sources */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';

/**
 * Who may import whom. A room is a file pattern; it may import the rooms listed, and never a room above it.
 * Rooms are tried in this order.
 */
const ROOMS: Array<{ room: string; files: RegExp; may: string[] }> = [
	{
		room: 'node',
		files: /^nodes\/[A-Z]\w*\/\w+\.node\.ts$/,
		may: ['registry', 'description', 'operation', 'n8n’s hooks', 'run', 'fields'],
	},
	{
		room: 'registry',
		files: /^nodes\/([A-Z]\w*\/(resources|\w+\.description)|items\/registry)\.ts$/,
		may: ['registry', 'description', 'operation', 'reading', 'fields'],
	},
	{ room: 'description', files: /\.description\.ts$/, may: ['description', 'fields'] },
	{
		room: 'operation',
		files: /\.operation\.ts$/,
		may: ['meaning', 'reading', 'portal values', 'answers'],
	},
	{
		room: 'n8n’s hooks',
		files: /^nodes\/BizprocTrigger\/(publication\/(publication|removal|asking)|reception\/reception)\.ts$/,
		may: ['n8n’s hooks', 'meaning', 'run', 'reading', 'portal', 'wire', 'answers', 'portal values'],
	},
	{
		room: 'meaning',
		files: /^nodes\/[A-Z]/,
		may: ['meaning', 'reading', 'portal values', 'answers', 'wire'],
	},
	{
		room: 'run',
		files: /^nodes\/items\/(run|endings|reading|portalZone|options|outputs|hint|process)\.ts$/,
		may: ['run', 'memory', 'reading', 'fields', 'portal', 'wire', 'answers', 'portal values'],
	},
	{ room: 'memory', files: /^nodes\/items\/memory\//, may: ['memory', 'wire'] },
	{ room: 'fields', files: /^nodes\/items\/(fields|optionDefaults)\.ts$/, may: ['fields'] },
	{
		room: 'reading',
		files: /^nodes\/items\/(values\/)?\w+\.ts$/,
		may: ['reading', 'answers', 'portal values'],
	},
	{
		room: 'portal',
		files: /^nodes\/portal\/(client|exchange|putOffs|queue|portals)\.ts$/,
		may: ['portal', 'limits', 'answers', 'wire', 'portal values'],
	},
	{
		room: 'limits',
		files: /^nodes\/portal\/limits\//,
		may: ['limits', 'answers', 'wire', 'portal values'],
	},
	{ room: 'wire', files: /^nodes\/portal\/wire\//, may: ['wire', 'answers', 'portal values'] },
	{ room: 'answers', files: /^nodes\/portal\/answers\//, may: ['answers'] },
	{
		room: 'portal values',
		files: /^nodes\/portal\/\w+\.ts$/,
		may: ['portal values', 'answers', 'wire'],
	},
	{ room: 'credential', files: /^credentials\//, may: ['credential', 'answers', 'wire'] },
];

const ROOT = join(__dirname, '..', '..');
const roomOf = (file: string) => ROOMS.find(({ files }) => files.test(file));

/** The node on the canvas that a file belongs to; shared rooms belong to none. */
const nodeOf = (file: string) => /^nodes\/([A-Z]\w*)\//.exec(file)?.[1];

const sources = ['nodes', 'credentials'].flatMap((folder) =>
	readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
		.filter((file) => file.endsWith('.ts'))
		.map((file) => join(folder, file)),
);

const importsOf = (file: string): string[] =>
	[...readFileSync(join(ROOT, file), 'utf8').matchAll(/from '([^']+)'/g)].map(([, name]) => name);

describe('The architecture', () => {
	it.each(sources)('%s stands in a room', (file) => {
		expect(roomOf(file)?.room).toBeDefined();
	});

	it.each(sources)('%s imports from the rooms below it only', (file) => {
		const forbidden = importsOf(file)
			.filter((name) => name.startsWith('.'))
			.map((name) => `${relative(ROOT, resolve(ROOT, dirname(file), name))}.ts`)
			.filter((target) => {
				const ofAnotherNode = nodeOf(target) !== undefined && nodeOf(target) !== nodeOf(file);
				return ofAnotherNode || !roomOf(file)!.may.includes(roomOf(target)?.room ?? '');
			});
		expect(forbidden).toEqual([]);
	});

	it.each(sources)('%s needs nothing at run time but n8n-workflow, its luxon and Node’s digests', (file) => {
		const outside = importsOf(file).filter((name) => !name.startsWith('.'));
		expect(outside.filter((name) => !['n8n-workflow', 'luxon', 'node:crypto'].includes(name))).toEqual([]);
	});

	it('has one door to the network and one to the clock', () => {
		const files = (word: RegExp) =>
			sources.filter((file) => word.test(readFileSync(join(ROOT, file), 'utf8')));
		expect(files(/httpRequest/)).toEqual(['nodes/portal/wire/transport.ts']);
		expect(files(/\bsleep\b/)).toEqual(['nodes/portal/wire/clock.ts']);
	});
});
