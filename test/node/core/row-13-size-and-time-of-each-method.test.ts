import { numbered } from '../lines';
import { SEND } from '../plans';
import { stageForEachTest } from '../hookedStage';

/** How many commands a request may hold is learnt for each method, from what the commands cost. */

const stage = stageForEachTest();
const linesInARequest = () => stage.portal.requests.map(({ commands }) => commands.length);

it('A slow method leaves the requests of another as large as before', async () => {
	const [step, other] = stage.portal.startWorkflows({ count: 2 });
	stage.portal.setLimits({ methodMs: { 'bizproc.event.send': 1300 } });
	await stage.run({ nodeName: SEND, items: [{ eventToken: step.eventToken, values: {} }] });
	stage.portal.clear();
	await stage.run({ items: numbered(other.eventToken, 100) });
	expect(linesInARequest()).toEqual([50, 50]);
});

it('The way to a far portal is not taken for the time of its commands', async () => {
	const { eventToken } = stage.portal.startWorkflow();
	stage.portal.setLimits({ latencyMs: 1300 });
	await stage.run({ items: numbered(eventToken, 1) });
	stage.portal.setLimits({ latencyMs: 0 });
	stage.portal.clear();
	await stage.run({ items: numbered(eventToken, 100) });
	expect(linesInARequest()).toEqual([50, 50]);
});
