import { callTool } from '../agent';
import { LOG, SEND } from '../plans';
import { stageForEachTest } from '../hookedStage';

/** The node as the tool of an agent: the model sees the outcome, whatever is set in Put Result in Field. */

const stage = stageForEachTest();
/** What the model fills in comes in with the item. */
const FROM_AI = { eventToken: `={{ $fromAI('eventToken') }}`, message: `={{ $fromAI('message') }}` };

describe.each([LOG, SEND] as const)('%s as a tool', (nodeName) => {
	it.each(['', ' ', 'written', undefined])(
		'tells the model that it was accepted, with Put Result in Field = %j',
		async (resultField) => {
			const { workflowId, eventToken } = stage.portal.startWorkflow();
			const options = resultField === undefined ? {} : { resultField };
			const items = [{ eventToken, message: 'x', values: { a: 'x' } }];
			const [answer] = await callTool(stage, { nodeName, items, parameters: { ...FROM_AI, options } });
			expect(stage.portal.accepted(workflowId)).toBe(1);
			expect(answer).toContain('"accepted":true');
			expect(answer).not.toContain(eventToken);
		},
	);

	it.each([{}, { onError: 'continueRegularOutput' } as const])(
		'tells the model what the portal refused: %j',
		async (settings) => {
			const items = [{ eventToken: 'not|a|token.x', message: 'x', values: {} }];
			const parameters = { options: { resultField: '' } };
			const [answer] = await callTool(stage, { nodeName, items, parameters, settings });
			expect(answer).toMatch(/does not accept this event token/);
		},
	);
});
