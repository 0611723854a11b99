import { CONTINUE, numbered, texts } from '../lines';
import { inLine } from '../plans';
import { toEnding } from '../stage';
import { contractStage } from './stage';

const stage = contractStage();
const { workflow } = stage;

describe('8. On Error = continue', () => {
	it.each([[1], [50], [119], [0, 60, 61]])(
		'writes every other item, and only failed ones leave by the error output: %j',
		async (...bad) => {
			const { workflowId, eventToken } = workflow();
			const items = numbered(eventToken, 120);
			for (const item of bad) items[item].eventToken = 'not|a|token.x';
			const { passed, failed } = await stage.run({ items, settings: CONTINUE });

			const good = items.filter((_, item) => !bad.includes(item));
			expect(stage.portal.log(workflowId)).toEqual(texts(good));
			expect(texts(passed.map(({ json }) => json))).toEqual(texts(good));
			expect(passed.map(({ pairedItem }) => pairedItem)).toEqual(
				items.map((_, item) => ({ item })).filter(({ item }) => !bad.includes(item)),
			);
			expect(failed.map(({ pairedItem }) => pairedItem)).toEqual(bad.map((item) => ({ item })));
			for (const item of failed) {
				expect(item.json).toMatchObject({
					eventToken: 'not|a|token.x',
					error: expect.stringContaining('does not accept this event token'),
					details: {
						code: 'ACCESS_DENIED',
						outcome: 'refused',
						nextStep: expect.any(String),
						portalMessage: 'Access denied!',
					},
				});
			}
		},
	);

	it('also when the node before does not tell which item came from which', async () => {
		const { workflowId, eventToken } = workflow();
		const items = [
			{ eventToken, message: 'a' },
			{ eventToken: 'x', message: 'b' },
			{ eventToken, message: 'c' },
		];
		const run = await stage.engine.start(
			inLine({ items: [{}, ...items], settings: CONTINUE }, { type: 'test.unpaired' }),
		).finished;
		const { passed, failed } = toEnding(run);
		expect(stage.portal.log(workflowId)).toEqual(['a', 'c']);
		expect(texts(passed.map(({ json }) => json))).toEqual(['a', 'c']);
		expect(failed).toMatchObject([{ json: { message: 'b', details: { code: 'ACCESS_DENIED' } } }]);
	});

	it('on the regular output too: the failed item keeps its fields and tells what happened', async () => {
		const { workflowId, eventToken } = workflow();
		const items = [
			{ eventToken, message: 'a' },
			{ eventToken: 'x', message: 'b' },
			{ eventToken, message: 'c' },
		];
		const { passed } = await stage.run({ items, settings: { onError: 'continueRegularOutput' } });
		expect(stage.portal.log(workflowId)).toEqual(['a', 'c']);
		expect(passed).toHaveLength(3);
		expect(passed[1].json).toMatchObject({
			message: 'b',
			error: expect.any(String),
			details: { code: 'ACCESS_DENIED' },
		});
	});

	it('when an expression cannot be worked out for one item', async () => {
		const { workflowId, eventToken } = workflow();
		const items = [{ eventToken, a: { b: 'x' } }, { eventToken }, { eventToken, a: { b: 'y' } }];
		const { failed } = await stage.run({
			items,
			parameters: { message: '={{ $json.a.b.toUpperCase() }}' },
			settings: CONTINUE,
		});
		expect(stage.portal.log(workflowId)).toEqual(['X', 'Y']);
		expect(failed).toHaveLength(1);
		expect(failed[0].json.error).toMatch(/Message/);
	});
});
