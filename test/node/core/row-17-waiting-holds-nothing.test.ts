import { CONTINUE, inTurnFor, numbered, texts } from '../lines';
import { stageForEachTest } from '../hookedStage';
import { pause, timed, until } from './time';

/** What an execution waits for keeps nobody else: no other execution, credential, method or portal. */

const stage = stageForEachTest();
const LATER = { options: { maxWaitSeconds: 200 } };

it('One that waits for a workflow of another execution is stopped within a second, and others go on at once', async () => {
	const [held, ...free] = stage.portal.startWorkflows({ count: 12 });
	stage.portal.fault({ kind: 'silence', workflowId: held.workflowId });
	const holder = stage.start({ items: numbered(held.eventToken, 1) });
	await until(() => stage.portal.requests.length === 1);
	const waiting = [1, 2, 3].map(() =>
		stage.start({ items: numbered(held.eventToken, 5), parameters: LATER, settings: CONTINUE }),
	);
	const besides = await timed(stage.run({ items: inTurnFor(free, 300), settings: CONTINUE }));
	expect(besides.value.passed).toHaveLength(300);
	expect(besides.seconds).toBeLessThan(2);

	for (const execution of waiting.slice(0, 2)) {
		execution.stop();
		const { value, seconds } = await timed(execution.finished);
		expect(value.status).toBe('canceled');
		expect(seconds).toBeLessThan(1);
	}
	holder.stop();
	await holder.finished;
	expect((await waiting[2].finished).status).toBe('success');
	expect(stage.portal.log(held.workflowId)).toHaveLength(5);
	const afterwards = await timed(stage.run({ items: numbered(held.eventToken, 1) }));
	expect(afterwards.seconds).toBeLessThan(1);
});

describe('With limits', () => {
	const limited = stageForEachTest({
		operatingLimit: { seconds: 480, windowSeconds: 100, secondsPerCall: 240 },
	});

	it('one whose method has used up its working time keeps no place from another credential at the same portal', async () => {
		const workflows = limited.portal.startWorkflows({ count: 400 });
		const asApplication = { parameters: { authentication: 'oAuth2' }, settings: CONTINUE };
		await limited.run({ items: inTurnFor(workflows, 2) });
		const held = limited.start({ items: inTurnFor(workflows, 400), parameters: LATER, settings: CONTINUE });
		limited.portal.setLimits({ operatingLimit: null });
		await pause(200);
		const { value, seconds } = await timed(
			limited.run({ items: inTurnFor(workflows, 100), ...asApplication }),
		);
		expect(value.passed).toHaveLength(100);
		expect(seconds).toBeLessThan(2.5);

		held.stop();
		const stopped = await timed(held.finished);
		expect(stopped.value.status).toBe('canceled');
		expect(stopped.seconds).toBeLessThan(1);
	});
});

describe('Beside another portal', () => {
	const other = stageForEachTest();

	it('a workflow may have the same id: neither waits for the other', async () => {
		const { workflowId, eventToken } = stage.portal.startWorkflow();
		const twin = other.portal.startWorkflow({ workflowId });
		stage.portal.fault({ kind: 'silence' });
		const holder = stage.start({ items: numbered(eventToken, 1) });
		await until(() => stage.portal.requests.length === 1);
		const items = numbered(twin.eventToken, 2);
		const { seconds } = await timed(other.run({ items, parameters: { options: { maxWaitSeconds: 3 } } }));
		expect(other.portal.log(workflowId)).toEqual(texts(items));
		expect(seconds).toBeLessThan(1);
		holder.stop();
		await holder.finished;
	});
});
