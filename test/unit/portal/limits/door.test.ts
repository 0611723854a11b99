import { openAccounts } from '../../../../nodes/portal/limits/accounts';
import { openDoor, type Door } from '../../../../nodes/portal/limits/door';
import type { Pace } from '../../../../nodes/portal/limits/pace/pace';
import { openPatience } from '../../../../nodes/portal/limits/patience';
import type { Report, Sender } from '../../../../nodes/portal/limits/sender';
import { openTime, type VirtualTime } from './pace/time';

/** A run at the door that sends one call after the other, each for a workflow. */
interface Run {
	sender: Sender;
	/** Ends the request that has been under way longest. */
	answer(report?: Report): void;
	fail(error: Error): void;
	sent: string[];
	givenUp: string[];
	finished: Promise<void>;
}

let time: VirtualTime;
let door: Door;
let intervalMs: number;
beforeEach(() => {
	time = openTime();
	intervalMs = 0;
	door = openDoor({ now: time.now, wait: time.wait }, steadyPace(), openAccounts());
});

/** One request in each interval, whatever the portal says. */
function steadyPace(): Pace {
	let nextMs = 0;
	return {
		waitMs: (nowMs) => Math.max(0, nextMs - nowMs),
		sent: (nowMs) => void (nextMs = nowMs + intervalMs),
		taken() {},
		refused() {},
		unsent() {},
	};
}

function enter(workflows: string[], { lanes = 1, maxWaitMs = 60_000 } = {}): Run {
	const left = [...workflows];
	const sent: string[] = [];
	const givenUp: string[] = [];
	const answers: Array<{ resolve(report: Report): void; reject(error: Error): void }> = [];
	const patience = openPatience(maxWaitMs);
	const sender: Sender = {
		credential: 'credential',
		lanes,
		patience,
		isOver: () => left.length === 0,
		heldUntilMs: () => 0,
		againMs: () => Infinity,
		next(room) {
			const index = left.findIndex((workflow) => room.isFree(workflow) && room.most('log') > 0);
			if (index === -1) return undefined;
			const [workflow] = left.splice(index, 1);
			sent.push(workflow);
			const send = async () =>
				await new Promise<Report>((resolve, reject) => answers.push({ resolve, reject }));
			return { method: 'log', size: 1, workflows: [workflow], send };
		},
		giveUpHeld: () => givenUp.push(...left.splice(0)),
		giveUp: ({ code }) => givenUp.push(...left.splice(0).map((workflow) => `${workflow} ${code}`)),
	};
	return {
		sender,
		sent,
		givenUp,
		answer(report = { end: 'taken' }) {
			patience.progress();
			answers.shift()!.resolve(report);
		},
		fail: (error) => answers.shift()!.reject(error),
		finished: door.admit(sender),
	};
}

const pass = async (milliseconds: number) => {
	const end = time.now() + milliseconds;
	time.at(end, () => {});
	await time.runPromises(() => time.now() < end);
};

describe('A workflow that one run has a request under way for', () => {
	it('is asked for by the next only when that has ended', async () => {
		const first = enter(['w']);
		const second = enter(['w']);
		await pass(1000);
		expect([first.sent, second.sent]).toEqual([['w'], []]);
		first.answer();
		await pass(0);
		expect(second.sent).toEqual(['w']);
	});

	it('keeps no other workflow of the waiting run, and no place, from anybody', async () => {
		intervalMs = 10;
		enter(['w']);
		const second = enter(['w', 'x'], { lanes: 2 });
		const third = enter(['y']);
		await pass(100);
		expect([second.sent, third.sent]).toEqual([['x'], ['y']]);
	});

	it('is given up for at the end of Max Wait', async () => {
		enter(['w']);
		const second = enter(['w'], { maxWaitMs: 2000 });
		await pass(1999);
		expect(second.givenUp).toEqual([]);
		await pass(2);
		expect(second.givenUp).toEqual(['w']);
		await second.finished;
	});

	it('is free again when what was under way has thrown', async () => {
		const first = enter(['w', 'v']);
		const second = enter(['w']);
		first.fail(new Error('broken'));
		await expect(first.finished).rejects.toThrow('broken');
		expect([first.sent, second.sent]).toEqual([['w'], ['w']]);
	});
});

describe('Runs at the door', () => {
	it('are served in turn', async () => {
		intervalMs = 1000;
		const first = enter(['a', 'b', 'c'], { lanes: 5 });
		const second = enter(['d', 'e', 'f'], { lanes: 5 });
		await pass(4500);
		expect([first.sent, second.sent]).toEqual([
			['a', 'b', 'c'],
			['d', 'e'],
		]);
	});

	it('do not lose their patience while the row moves', async () => {
		intervalMs = 1000;
		const others = Array.from({ length: 9 }, (_, index) => enter([`w${index}`]));
		const last = enter(['x'], { maxWaitMs: 3000 });
		for (const other of others) {
			await pass(1000);
			if (other.sent.length > 0) other.answer();
		}
		await pass(1000);
		expect([last.sent, last.givenUp]).toEqual([['x'], []]);
	});

	it('ask the portal once before they give up for the node’s own pace', async () => {
		enter(['w']);
		intervalMs = 3_600_000;
		const first = enter(['a', 'b'], { maxWaitMs: 3000 });
		await pass(10);
		first.answer();
		await pass(4000);
		expect([first.sent, first.givenUp]).toEqual([['a', 'b'], []]);
	});
});

describe('A time that the portal has named', () => {
	it('ends a run that cannot wait so long, at once, and is kept by one that can', async () => {
		const first = enter(['a']);
		first.answer({ end: 'refused', pause: { untilMs: 10_000, code: 'QUERY_LIMIT_EXCEEDED' } });
		await pass(0);
		const hasty = enter(['b'], { maxWaitMs: 1000 });
		const patient = enter(['c']);
		await hasty.finished;
		expect([hasty.sent, hasty.givenUp]).toEqual([[], ['b QUERY_LIMIT_EXCEEDED']]);
		await pass(9990);
		expect(patient.sent).toEqual([]);
		await pass(20);
		expect(patient.sent).toEqual(['c']);
	});
});

describe('When all runs are over', () => {
	it('nothing waits for anything any more', async () => {
		intervalMs = 100;
		const runs = [enter(['a', 'b', 'a'], { lanes: 3 }), enter(['a'])];
		for (let step = 0; step < 30; step += 1) {
			await pass(100);
			for (const run of runs) run.sent.splice(0).forEach(() => run.answer());
		}
		await Promise.all(runs.map(async ({ finished }) => await finished));
		await pass(10_000);
		expect(time.pending()).toBe(0);
	});
});
