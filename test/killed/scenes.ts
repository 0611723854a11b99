import type { INode } from 'n8n-workflow';

/** A workflow that gets lines from a service and writes them, and how its list looks each time that it is asked for. */
export interface Scene {
	name: string;
	/** What the service answers when it is asked first, on the first Retry, and so on; the last one stays. */
	lists: string[][];
	shape?: 'loop' | 'log first in the file' | 'with a later node';
	/** Of the node Bizproc Log. */
	settings?: Partial<INode>;
	savesProgress?: boolean;
}

/** At the portal's pace this takes some seconds. */
const LINES = 800;
/** Lines of one turn of a loop: more than go with one request. */
export const TURN = 110;

const numbered = (count: number, name = 'line') =>
	Array.from({ length: count }, (_, index) => `${name} ${index}`);

const goesOn = { settings: { onError: 'continueRegularOutput' } } as const;

export function drawScenes(random: () => number): Scene[] {
	const lines = numbered(LINES);
	const turn = numbered(TURN);
	return [
		{ name: 'The same list', lists: [lines] },
		{ name: 'The same list, errors go on', lists: [lines], ...goesOn },
		{ name: 'Another order', lists: [lines, shuffled(lines, random), shuffled(lines, random)] },
		{ name: 'Another first item', lists: [lines, ['new', ...lines.slice(1)], ['newer', ...lines]] },
		{
			name: 'More, then fewer',
			lists: [lines, [...lines, ...numbered(30, 'more')], lines.slice(7)],
			...goesOn,
		},
		{ name: 'The time in the first line', lists: [1, 2, 3].map((hour) => [`It is ${hour}`, ...lines]) },
		{ name: 'Equal lines', lists: [lines.map((_, index) => `line ${index % 7}`)] },
		{
			name: 'A loop, equal lines in each turn',
			lists: [[turn, turn, numbered(4 * TURN), turn].flat()],
			shape: 'loop',
		},
		{
			name: 'A loop, saved after each node',
			lists: [Array.from({ length: 7 }, () => turn).flat()],
			shape: 'loop',
			savesProgress: true,
		},
		{ name: 'The log first in the file', lists: [lines], shape: 'log first in the file' },
		{ name: 'A later node', lists: [numbered(160)], shape: 'with a later node' },
	];
}

const shuffled = (list: string[], random: () => number): string[] =>
	list
		.map((line) => ({ line, place: random() }))
		.sort((a, b) => a.place - b.place)
		.map(({ line }) => line);
