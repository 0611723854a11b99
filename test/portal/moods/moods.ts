import type { Fault } from '../faults/fault';

/** How the portal treats everybody until its mood changes, for people who want to see what the nodes then say. */
export type MoodName = 'normal' | 'limitsUsedUp' | 'busy' | 'loggingOff' | 'answersLost';

/** What each mood does to requests. `loggingOff` does nothing to them: the log itself keeps no lines then. */
export const FAULTS_OF: Record<MoodName, Fault[]> = {
	normal: [],
	limitsUsedUp: toCallsOfProcesses('operatingLimit'),
	busy: toCallsOfProcesses('busy'),
	loggingOff: [],
	answersLost: [{ kind: 'dropAfter' }],
};

/** Calls that need a process, alone and in a batch. All others go on, so n8n can be connected and steps be published. */
function toCallsOfProcesses(kind: 'operatingLimit' | 'busy'): Fault[] {
	return ['bizproc.activity.log', 'bizproc.event.send'].flatMap((method): Fault[] => [
		{ kind, method },
		{ kind, method, on: 'command' },
	]);
}
