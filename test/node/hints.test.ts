import type { IRun } from 'n8n-workflow';
import { CONTINUE, numbered } from './lines';
import { LOG, SEND } from './plans';
import { openStage, type Stage } from './stage';

/** What stands above the output of a node that has run. */

let stage: Stage;
beforeAll(async () => {
	stage = await openStage();
});
afterEach(() => stage.portal.clear());
afterAll(async () => await stage.close());

const hintsOf = ({ data }: IRun, node: string) => data.resultData.runData[node].at(-1)?.hints ?? [];

it('Accepted lines come with one short hint on what that means, and a link', async () => {
	const { eventToken } = stage.portal.startWorkflow();
	const { run } = await stage.run({ items: numbered(eventToken, 3) });
	const [hint, ...others] = hintsOf(run, LOG);
	expect(others).toEqual([]);
	expect(hint.message).toMatch(
		/^Accepted\. .*logging is switched on.*<a href="https:[^"]*#what-accepted-means"/,
	);
	expect(hint.message.replace(/<[^>]*>/g, '').length).toBeLessThan(120);
});

it('So does one accepted line among refused ones, and an accepted result', async () => {
	const { eventToken } = stage.portal.startWorkflow();
	const items = [{ eventToken: '', message: 'no token' }, ...numbered(eventToken, 1)];
	expect(hintsOf((await stage.run({ items, settings: CONTINUE })).run, LOG)).toHaveLength(1);
	const sent = await stage.run({ nodeName: SEND, items: [{ eventToken, values: {} }] });
	expect(hintsOf(sent.run, SEND)).toMatchObject([{ message: expect.stringMatching(/no longer waits/) }]);
});

it.each([
	['stops', undefined],
	['goes on', CONTINUE],
	['goes on by the regular output', { onError: 'continueRegularOutput' as const }],
])('Where nothing was accepted there is none: a node that %s', async (_what, settings) => {
	const items = [{ eventToken: '', message: 'no token' }];
	const { run } = await stage.run({ items, settings });
	expect(hintsOf(run, LOG)).toEqual([]);
});

it('Nor does a node show one before it has run, or for ever', () => {
	for (const type of ['bizprocLog', 'bizproc']) {
		const { description } = stage.engine.nodeTypes.getByNameAndVersion(`n8n-nodes-bitrix24-bizproc.${type}`);
		expect(description.hints).toBeUndefined();
	}
});
