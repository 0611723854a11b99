import type { Scenario } from '../drawing/scenario';
import type { Attempt } from '../n8n/attempt';
import type { Execution } from '../n8n/execution';
import type { Installation } from '../n8n/installation';
import type { Sending } from '../portal/sending';
import type { Pause } from '../world/world';

/** All that is left of a run of the simulator when it is over. */
export interface Evidence {
	scenario: Scenario;
	installation: Installation;
	sendings: Sending[];
	executions: Execution[];
	attempts: Attempt[];
	startMs: number;
	/** When the last execution was over. */
	endMs: number;
	/** How the executions came to their end. */
	pause: Pause;
	/** Waits of the processes that outlive all executions, by when they end. */
	leftTimers: number[];
	/** What the processes do when everything is well again: one line for each workflow. */
	probes: Attempt[];
	/** What stands in n8n's database when the executions are over, by the node whose row it is. */
	leftTexts: Array<{ text: string; row: string }>;
	/** What the clocks of the processes were asked that no clock should be. */
	complaints: string[];
}

/** The requests of one try. */
export const sendingsOf = ({ sendings }: Evidence, { number }: Attempt): Sending[] =>
	sendings.filter(({ from }) => from.attempt === number);
