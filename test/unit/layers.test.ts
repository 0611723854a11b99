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
		may: ['description', 'operation', 'n8n’s hooks', 'run', 'fields'],
	},
	{ room: 'description', files: /\.description\.ts$/, may: ['description', 'fields'] },
	{ room: 'operation', files: /\.operation\.ts$/, may: ['meaning', 'reading', 'portal values'] },
	{
		room: 'n8n’s hooks',
		files: /^nodes\/BizprocTrigger\/(publication\/(publication|asking)|reception\/reception)\.ts$/,
		may: ['n8n’s hooks', 'meaning', 'reading', 'portal', 'transport', 'portal values'],
	},
	{ room: 'meaning', files: /^nodes\/[A-Z]/, may: ['meaning', 'reading', 'portal values'] },
	{
		room: 'run',
		files: /^nodes\/items\/((run|ledger|options|outputs|ranges)\.ts$|record\/)/,
		may: ['run', 'reading', 'portal', 'transport', 'portal values'],
	},
	{ room: 'fields', files: /^nodes\/items\/fields\.ts$/, may: [] },
	{ room: 'reading', files: /^nodes\/items\/\w+\.ts$/, may: ['reading', 'portal values'] },
	{
		room: 'portal',
		files: /^nodes\/portal\/((portal|round|knownPortals)\.ts$|lanes\/)/,
		may: ['portal', 'pace', 'portal values', 'transport'],
	},
	{
		room: 'pace',
		files: /^nodes\/portal\/(operating\.ts$|pace\/)/,
		may: ['pace', 'portal values', 'transport'],
	},
	{
		room: 'transport',
		files: /^nodes\/portal\/(transport|clock|membership)\.ts$/,
		may: ['portal values'],
	},
	{ room: 'portal values', files: /^nodes\/portal\/\w+\.ts$/, may: ['portal values'] },
	{ room: 'credential', files: /^credentials\//, may: ['credential', 'portal values'] },
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

	it.each(sources)('%s needs nothing at run time but n8n-workflow and Node’s digests', (file) => {
		const outside = importsOf(file).filter((name) => !name.startsWith('.'));
		expect(outside.filter((name) => !['n8n-workflow', 'node:crypto'].includes(name))).toEqual([]);
	});

	it('has one door to the network and one to the clock', () => {
		const files = (word: RegExp) =>
			sources.filter((file) => word.test(readFileSync(join(ROOT, file), 'utf8')));
		expect(files(/httpRequest/)).toEqual(['nodes/portal/transport.ts']);
		expect(files(/\bsleep\b/)).toEqual(['nodes/portal/clock.ts']);
	});
});
