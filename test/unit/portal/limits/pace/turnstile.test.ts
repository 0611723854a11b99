import { openPace, type Pace } from '../../../../../nodes/portal/limits/pace/pace';
import { openTurnstile } from '../../../../../nodes/portal/limits/pace/turnstile';
import { openBucket } from './simulation';
import { openTime } from './time';

/** One request every so many milliseconds, whatever the answers. */
function steadyPace(everyMs: number): Pace {
	let next = 0;
	return {
		waitMs: (now) => Math.max(0, next - now),
		reserve: (now) => (next = now + everyMs),
		giveBack: (now) => (next = now),
		taken() {},
		refused: (now, retryAfterMs = 0) => (next = now + retryAfterMs),
	};
}

function open(everyMs: number) {
	const time = openTime();
	const turnstile = openTurnstile(steadyPace(everyMs), time);
	const passed: string[] = [];
	/** Goes through again and again, in so many places at once. */
	const keepPassing = (name: string, places: number, times: number) => {
		const sender = {};
		let left = times;
		const one = async () => {
			while (left-- > 0) if (await turnstile.pass(sender)) passed.push(name);
		};
		for (let place = 0; place < places; place += 1) void one();
	};
	const tell = (name: string) => (mayGo: boolean) => passed.push(`${name} ${mayGo} at ${time.now()}`);
	return { time, turnstile, passed, keepPassing, tell };
}

describe('The turnstile', () => {
	it('lets a request through at once when the pace has room, without any timer', async () => {
		const { time, turnstile } = open(0);
		expect(await turnstile.pass({})).toBe(true);
		expect(time.pending()).toBe(0);
	});

	it('lets waiting requests through at the pace, and holds no timer when nobody waits', async () => {
		const { time, turnstile, passed, tell } = open(500);
		for (const name of ['a', 'b', 'c']) void turnstile.pass({}).then(tell(name));
		await time.runPromises();
		expect(passed).toEqual(['a true at 0', 'b true at 500', 'c true at 1000']);
		expect(time.pending()).toBe(0);
	});

	it('serves senders in turn, however many requests each has waiting', async () => {
		const { time, passed, keepPassing } = open(500);
		keepPassing('many', 4, 100);
		keepPassing('one', 1, 100);
		keepPassing('two', 2, 100);
		await time.runPromises(() => passed.length < 60);
		expect(passed.slice(1, 61).filter((name) => name === 'many').length).toBeLessThanOrEqual(20);
		expect(passed.filter((name) => name === 'one').length).toBeGreaterThanOrEqual(19);
	});

	it('lets a newcomer wait for its turn only, not behind everything that waits', async () => {
		const { time, turnstile, passed, keepPassing } = open(500);
		keepPassing('many', 4, 100);
		time.at(5100, () => void turnstile.pass({}).then(() => passed.push('newcomer')));
		await time.runPromises(() => passed.length < 20);
		expect(passed.indexOf('newcomer')).toBeLessThanOrEqual(12);
	});

	it('sends a stopped sender away at once, and the others move up', async () => {
		const { time, turnstile, passed, tell } = open(1000);
		const stop = new AbortController();
		void turnstile.pass({}).then(tell('first'));
		void turnstile.pass({}, { signal: stop.signal }).then(tell('stopped'));
		void turnstile.pass({}).then(tell('next'));
		time.at(300, () => stop.abort());
		await time.runPromises();
		expect(passed).toEqual(['first true at 0', 'stopped false at 300', 'next true at 1000']);
		expect(await turnstile.pass({}, { signal: stop.signal })).toBe(false);
	});

	it('lets go of its timer soon when those who waited have left', async () => {
		const { time, turnstile } = open(60_000);
		const stop = new AbortController();
		await turnstile.pass({});
		void turnstile.pass({}, { signal: stop.signal });
		time.at(300, () => stop.abort());
		await time.runPromises();
		expect(time.now()).toBeLessThan(1000);
	});

	it('says at once that there is no place in time', async () => {
		const { time, turnstile, passed, tell } = open(1000);
		void turnstile.pass({}).then(tell('first'));
		void turnstile.pass({}, { untilMs: 900 }).then(tell('in vain'));
		void turnstile.pass({}, { untilMs: 1100 }).then(tell('in time'));
		void turnstile.pass({}, { untilMs: 1900 }).then(tell('too far behind'));
		await time.runPromises();
		expect(passed).toEqual([
			'first true at 0',
			'in vain false at 0',
			'in time true at 1000',
			'too far behind false at 1000',
		]);
	});

	it('hands reports on to the pace, and what they free or hold is known at once', async () => {
		const { time, turnstile, passed, tell } = open(1000);
		void turnstile.pass({}).then(tell('first'));
		void turnstile.pass({}).then(tell('second'));
		void turnstile.pass({}).then(tell('third'));
		time.at(100, () => turnstile.giveBack());
		time.at(200, () => turnstile.refused(5000));
		await time.runPromises();
		expect(passed).toEqual(['first true at 0', 'second true at 100', 'third true at 5200']);
		expect(time.pending()).toBe(0);
	});

	it('keeps eight parallel senders from filling the bucket beyond its rim', async () => {
		const time = openTime();
		const bucket = openBucket(time, 50, 2);
		const turnstile = openTurnstile(openPace(), time);
		let taken = 0;
		let refusals = 0;
		const send = async () => {
			const sender = {};
			while (taken < 400 && (await turnstile.pass(sender))) {
				await time.wait(20);
				const isTaken = bucket.fill();
				await time.wait(isTaken ? 120 : 20);
				if (isTaken) turnstile.taken();
				else turnstile.refused();
				if (isTaken) taken += 1;
				else refusals += 1;
			}
		};
		for (let sender = 0; sender < 8; sender += 1) void send();
		await time.runPromises(() => taken < 400);
		expect(refusals).toBeLessThan(8);
		expect(time.now() / 1000 / 175).toBeLessThan(1.05);
	});
});
