/** A fault that the package once had, or could get, put back into a copy of its sources. */
export interface Bite {
	/** The row of the list of faults that it belongs to, or what it would be. */
	row: string;
	/** What then goes wrong, as a sentence. */
	sentence: string;
	changes: Change[];
}

/** Stands exactly once in the file: whoever changes the sources is told to change it here, too. */
export interface Change {
	file: string;
	from: string;
	to: string;
}

/** Each of them is to be found by the simulator within some thousand runs (`npm run simulate -- --bites`). */
export const BITES: Bite[] = [
	{
		row: '1',
		sentence: 'A workflow stays locked when its request has ended.',
		changes: [{ file: 'nodes/portal/limits/load.ts', from: '\t\t\t\tfree();\n', to: '' }],
	},
	{
		row: '1',
		sentence: 'One item that cannot be read ends the run of all others.',
		changes: [
			{
				file: 'nodes/items/reading.ts',
				from: "\t\t\treturn unusable(\n\t\t\t\t'The fields of this item cannot be read',",
				to: "\t\t\tif (items.length > 1) throw new Error('broken');\n\t\t\treturn unusable(\n\t\t\t\t'The fields of this item cannot be read',",
			},
		],
	},
	{
		row: '2',
		sentence: 'A code of the portal is looked up in an object, where `__proto__` is something else.',
		changes: [
			{
				file: 'nodes/portal/answers/refusals.ts',
				from: 'subject.refusals.get(code)',
				to: '(Object.fromEntries(subject.refusals) as Record<string, Refusal>)[code]',
			},
		],
	},
	{
		row: '3',
		sentence: 'What was accepted is remembered by nothing that tells lines apart.',
		changes: [
			{
				file: 'nodes/items/memory/entries.ts',
				from: "hash('sha256', text, 'base64url')",
				to: "hash('sha256', text.slice(0, 20), 'base64url')",
			},
		],
	},
	{
		row: '3',
		sentence: 'Executions of one process write over each other’s notes.',
		changes: [
			{
				file: 'nodes/items/memory/rows.ts',
				from: 'const turn = work.last.then(what);',
				to: 'const turn = Promise.resolve().then(what);',
			},
		],
	},
	{
		row: '4',
		sentence: 'An execution that has ended leaves its note behind.',
		changes: [
			{
				file: 'nodes/items/memory/nodeNote.ts',
				from: 'await store.forget([...found, ...note.all()])',
				to: 'await store.forget([])',
			},
		],
	},
	{
		row: '5',
		sentence: 'Only the first request follows to the new address of a portal.',
		changes: [
			{
				file: 'nodes/portal/wire/transport.ts',
				from: "if (reply.kind !== 'redirected') return reply;",
				to: "if (reply.kind !== 'redirected' || whereabouts.movedTo !== undefined) return reply;",
			},
		],
	},
	{
		row: '8',
		sentence: 'Max Wait ends no wait.',
		changes: [
			{
				file: 'nodes/portal/limits/patience.ts',
				from: 'sinceMs === undefined ? Infinity : sinceMs + maxWaitMs',
				to: 'sinceMs === undefined ? Infinity : sinceMs + maxWaitMs * 3',
			},
		],
	},
	{
		row: '9',
		sentence: 'What was not sent is told as refused.',
		changes: [
			{ file: 'nodes/portal/answers/failure.ts', from: "unsent: 'notSent'", to: "unsent: 'refused'" },
		],
	},
	{
		row: '10',
		sentence: 'An authorization server that says nothing is waited for as long as n8n does.',
		changes: [
			{
				file: 'nodes/portal/wire/renewal.ts',
				from: 'const reply = await within(clock, renewal(), bound);',
				to: 'const reply = (bound, within, clock, await renewal());',
			},
		],
	},
	{
		row: '11',
		sentence: 'A lost answer is forgotten when the portal says no the next time.',
		changes: [
			{
				file: 'nodes/portal/doubt.ts',
				from: 'if (outcome.ok || !inDoubt) return outcome;',
				to: 'if (outcome) return outcome;',
			},
		],
	},
	{
		row: '17',
		sentence: 'Stop is not heard while something is waited for.',
		changes: [
			{
				file: 'nodes/portal/client.ts',
				from: '\t\ttelling.end();\n\t\tdoor.look();\n',
				to: '\t\ttelling.end();\n',
			},
		],
	},
	{
		row: 'a line twice',
		sentence: 'A line whose answer was lost is sent again.',
		changes: [
			{
				file: 'nodes/portal/putOffs.ts',
				from: "(kind === 'unanswered' && effect !== 'once')",
				to: "(kind === 'unanswered' && effect !== undefined)",
			},
		],
	},
	{
		row: 'overlap',
		sentence: 'Two requests for one workflow are under way together.',
		changes: [
			{
				file: 'nodes/portal/limits/workflowLocks.ts',
				from: 'isFree: (workflow) => !taken.has(workflow)',
				to: 'isFree: (workflow) => !taken.has(workflow) || taken.size > 0',
			},
		],
	},
	{
		row: 'order',
		sentence: 'What was put off goes behind what came after it.',
		changes: [
			{
				file: 'nodes/portal/queue.ts',
				from: 'line.commands.unshift(command);',
				to: 'line.commands.push(command);',
			},
		],
	},
	{
		row: 'secrets',
		sentence: 'The portal’s words are passed on as they come.',
		changes: [
			{
				file: 'nodes/portal/wire/secrets.ts',
				from: '.reduce((text, secret) => text.replaceAll(secret, HIDDEN), words)',
				to: '.reduce((text) => text, words)',
			},
		],
	},
];
