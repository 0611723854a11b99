/** What the command was asked for. */
export interface Arguments {
	runs: number;
	seed: number;
	/** It stops after so many runs that found something. */
	most: number;
	showsScenario: boolean;
	/** What was found is made as short as it gets. */
	shrinks: boolean;
	/** So many workers at one portal, instead of runs. */
	workers: number;
	lines: number;
	/** Puts known faults back, one by one, instead. */
	bites: boolean;
}

export function readArguments(given: string[]): Arguments {
	const number = (name: string, usual: number) => {
		const index = given.indexOf(`--${name}`);
		if (index === -1) return usual;
		const value = Number(given[index + 1]);
		if (!Number.isInteger(value) || value < 0) throw new Error(`--${name} wants a whole number`);
		return value;
	};
	return {
		runs: number('runs', 10_000),
		seed: number('seed', 1),
		most: number('most', 1),
		showsScenario: given.includes('--scenario'),
		shrinks: !given.includes('--as-drawn'),
		workers: number('workers', 0),
		lines: number('lines', 20_000),
		bites: given.includes('--bites'),
	};
}
