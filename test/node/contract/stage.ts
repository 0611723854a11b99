import { stageForFile } from '../hookedStage';
import type { Stage } from '../stage';

/** The contract of Bizproc Log, one file a row, through n8n's own engine against the stand-in portal. */

/** What the rows share: a portal that is as new before each of their tests. */
export interface ContractStage extends Stage {
	/** One more workflow that waits at a step. */
	workflow: () => ReturnType<Stage['portal']['startWorkflow']>;
	/** What was asked of the portal, as `method commands`. */
	requests: () => string[];
}

export function contractStage(): ContractStage {
	const stage = stageForFile(({ portal }) => {
		portal.clear();
		portal.setLimits({
			requestLimit: undefined,
			operatingLimit: undefined,
			latencyMs: 0,
			commandMs: 0,
			scope: ['bizproc'],
		});
	});
	return Object.assign(stage, {
		workflow: () => stage.portal.startWorkflow(),
		requests: () => stage.portal.requests.map(({ method, commands }) => `${method} ${commands.length}`),
	});
}
