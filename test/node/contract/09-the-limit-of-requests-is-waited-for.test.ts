import { CONTINUE, details, numbered, texts } from '../lines';
import { contractStage } from './stage';

const stage = contractStage();
const { workflow } = stage;

describe('9. QUERY_LIMIT_EXCEEDED', () => {
	it('is met by a burst, then waited for; nothing is lost or doubled', async () => {
		stage.portal.setLimits({ requestLimit: { burst: 2, perSecond: 1 } });
		const { workflowId, eventToken } = workflow();
		const items = numbered(eventToken, 250);
		const { passed } = await stage.run({ items });
		expect(stage.portal.log(workflowId)).toEqual(texts(items));
		expect(passed).toHaveLength(250);
		expect(stage.portal.requests.filter(({ status }) => status === 503)).not.toEqual([]);
	});

	it('that does not end within Max Wait fails the items as not written', async () => {
		const { workflowId, eventToken } = workflow();
		stage.portal.fault({ kind: 'queryLimit', times: 1000 });
		const { failed } = await stage.run({
			items: numbered(eventToken, 2),
			parameters: { options: { maxWaitSeconds: 1 } },
			settings: CONTINUE,
		});
		expect(stage.portal.log(workflowId)).toEqual([]);
		expect(failed).toHaveLength(2);
		expect(details(failed[0])).toMatchObject({ code: 'QUERY_LIMIT_EXCEEDED', outcome: 'notSent' });
	});
});
