/** Events in the order of their time, without waiting for it. Milliseconds. */
export interface VirtualTime {
	now(): number;
	at(when: number, happen: () => void): void;
	/** Also a clock as the nodes use it. */
	wait(milliseconds: number): Promise<void>;
	/** Lets events happen until the condition ends or none is left. */
	run(goesOn?: () => boolean): void;
	/** The same with what events start in promises. */
	runPromises(goesOn?: () => boolean): Promise<void>;
	/** Events still to come. */
	pending(): number;
}

export function openTime(startMs = 0): VirtualTime {
	let events: Array<{ time: number; happen: () => void }> = [];
	let time = startMs;

	function next(): void {
		const first = events.reduce((earliest, event) => (event.time < earliest.time ? event : earliest));
		events = events.filter((event) => event !== first);
		time = first.time;
		first.happen();
	}
	const at = (when: number, happen: () => void) => events.push({ time: Math.max(when, time), happen });

	return {
		now: () => time,
		at,
		wait: async (milliseconds) => await new Promise((resolve) => at(time + milliseconds, resolve)),
		run(goesOn = () => true) {
			while (events.length > 0 && goesOn()) next();
		},
		async runPromises(goesOn = () => true) {
			await settle();
			while (events.length > 0 && goesOn()) {
				next();
				await settle();
			}
		},
		pending: () => events.length,
	};
}

/** Long enough for any chain of promises in the code under test. */
async function settle(): Promise<void> {
	for (let tick = 0; tick < 20; tick += 1) await Promise.resolve();
}
