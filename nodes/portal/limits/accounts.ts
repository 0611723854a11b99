import { openBatchSize, type BatchSize } from './batchSize';
import { openWorkingTime, type WorkingTime } from './workingTime';

/** The name under which the portal may charge the batch around commands. */
const BATCH = 'batch';

/** What is known of the methods of one portal: how long they take, and how much working time is left for them. */
export interface Accounts {
	/** The portal counts working time for each method, or the batches, of each webhook or application. */
	workingTime(credential: string, method: string): WorkingTime;
	/** How many commands one request may carry, and how long it has to wait for working time, in milliseconds. */
	room(credential: string, method: string, nowMs: number): { most: number; waitMs: number };
	/** Charges a request while it is under way. @returns ends that, with what it took */
	use(credential: string, method: string, size: number, nowMs: number): (took: Took) => void;
}

export interface Took {
	milliseconds?: number;
	perCommandMs?: number;
}

export function openAccounts(): Accounts {
	const workingTimes = new Map<string, WorkingTime>();
	const sizes = new Map<string, BatchSize>();
	const workingTime = (credential: string, method: string) =>
		have(workingTimes, `${credential} ${method}`, openWorkingTime);
	const sizeOf = (method: string) => have(sizes, method, openBatchSize);

	return {
		workingTime,
		room(credential, method, nowMs) {
			const size = sizeOf(method);
			const most = size.most();
			const seconds = size.expectedMs(most) / 1000;
			const waitMs = workingTime(credential, method).waitMs(nowMs, seconds);
			// While batches are blocked, calls go one by one: another account.
			const isBatchBlocked = most > 1 && workingTime(credential, BATCH).waitMs(nowMs, seconds) > 0;
			return { most: isBatchBlocked ? 1 : most, waitMs };
		},
		use(credential, method, size, nowMs) {
			const seconds = sizeOf(method).expectedMs(size) / 1000;
			const charged = size > 1 ? [method, BATCH] : [method];
			const releases = charged.map((name) => workingTime(credential, name).use(nowMs, seconds));
			return ({ milliseconds, perCommandMs }) => {
				for (const release of releases) release();
				if (milliseconds !== undefined) sizeOf(method).took(milliseconds, size, perCommandMs);
			};
		},
	};
}

function have<T>(map: Map<string, T>, name: string, open: () => T): T {
	const known = map.get(name) ?? open();
	map.set(name, known);
	return known;
}
