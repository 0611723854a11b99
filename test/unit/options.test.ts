import type { INodeProperties } from 'n8n-workflow';
import { Bizproc } from '../../nodes/Bizproc/Bizproc.node';
import { BizprocLog } from '../../nodes/BizprocLog/BizprocLog.node';
import { LANES, MAX_WAIT_SECONDS, MOST_LANES } from '../../nodes/items/optionDefaults';

/**
 * What an option shows when it is added is what the node does without it. What can be seen of that in a run is looked
 * at in test/node/options.test.ts; to see the longest wait, somebody would have to wait.
 */
describe.each([new BizprocLog(), new Bizproc()])(
	'The options of $description.displayName',
	({ description }) => {
		const { options } = description.properties.find(({ name }) => name === 'options')!;
		const option = (name: string) => (options as INodeProperties[]).find((one) => one.name === name)!;

		it('show the longest wait that the code uses without them', () => {
			expect(option('maxWaitSeconds').default).toBe(MAX_WAIT_SECONDS);
		});

		it('show the number of requests that the code uses without them, and its bounds', () => {
			expect(option('lanes').default).toBe(LANES);
			expect(option('lanes').typeOptions).toEqual({ minValue: 1, maxValue: MOST_LANES });
		});
	},
);
