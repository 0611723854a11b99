import type { Clock } from '../wire/clock';
import type { Accounts } from './accounts';
import type { Pace } from './pace/pace';
import type { Pause, Report, Request } from './sender';
import { openWorkflowLocks } from './workflowLocks';

/** Gives back what a request has taken, when it has ended. */
export type GiveBack = (report: Report) => void;

/** What the requests under way take of that which all requests to a portal share: places, working time, workflows. */
export interface Load {
	/** No request is under way for the workflow. */
	isFree(workflow: string): boolean;
	/** What the portal has named last as the time before which it takes nothing. */
	pause(): Pause;
	take(credential: string, request: Request): GiveBack;
}

export function openLoad(clock: Clock, pace: Pace, accounts: Accounts): Load {
	const locks = openWorkflowLocks();
	let pause: Pause = { untilMs: 0, code: '' };

	return {
		isFree: locks.isFree,
		pause: () => pause,
		take(credential, { method, size, workflows }) {
			pace.sent(clock.now());
			const free = locks.take(workflows);
			const settle = accounts.use(credential, method, size, clock.now());

			return (report) => {
				free();
				settle(report);
				pace[report.end](clock.now());
				if (report.pause && report.pause.untilMs > pause.untilMs) pause = report.pause;
			};
		},
	};
}
