import { finishedExecution, readExecution, retryExecution } from '../n8n/executions';
import { until } from '../n8n/until';
import { interrupt, type Interruption } from './interruption';
import { openQueueStage, type QueueStage } from './stage';

/** A worker is killed in the middle of a run, and somebody presses Retry. */

let stage: QueueStage;
beforeAll(async () => {
	stage = await openQueueStage({ workers: 2 });
});
afterAll(async () => await stage?.close());

/** Only lines that were on their way, of which nobody can know, may stand twice. */
function expectNothingForgottenOrRepeated({ lines, confirmed, onTheirWay, logged }: Interruption): void {
	const times = new Map<string, number>();
	for (const line of logged()) times.set(line, (times.get(line) ?? 0) + 1);
	expect(lines.filter((line) => !times.has(line))).toEqual([]);
	expect(confirmed.length).toBeGreaterThan(0);
	expect(confirmed.filter((line) => times.get(line) !== 1)).toEqual([]);
	const repeated = lines.filter((line) => times.get(line)! > 1);
	expect(repeated.filter((line) => !onTheirWay.includes(line))).toEqual([]);
}

it.each(['continueRegularOutput', 'stopWorkflow'] as const)(
	'A power cut takes the worker and main; Retry forgets no line and repeats no confirmed one (On Error: %s)',
	async (onError) => {
		const { main } = stage.installation;
		const cut = await interrupt(stage, `power-cut-${onError}`, { onError, also: [main] });
		await main.start();
		await cut.worker.start();
		expect((await finishedExecution(stage.session, cut.executionId)).status).toBe('crashed');
		expect((await retryExecution(stage.session, cut.executionId)).status).toBe('success');
		expectNothingForgottenOrRepeated(cut);
	},
);

it('Only the worker goes, and Retry is asked for before main gives it up: the same', async () => {
	const loss = await interrupt(stage, 'worker-lost', { onError: 'continueRegularOutput' });
	expect((await readExecution(stage.session, loss.executionId)).status).toBe('running');
	expect((await retryExecution(stage.session, loss.executionId)).status).toBe('success');
	expectNothingForgottenOrRepeated(loss);
	await loss.worker.start();
});

// n8n 2.41 then replaces the data of the execution by an empty one (processError in its workflow-runner.js).
it('Once main has given the worker up, n8n has nothing left to retry, and nothing is written', async () => {
	const loss = await interrupt(stage, 'worker-given-up', { onError: 'continueRegularOutput' });
	const { data } = await until('main to give the worker up', 60, async () => {
		const execution = await readExecution(stage.session, loss.executionId);
		return execution.status === 'error' ? execution : undefined;
	});
	expect(data.resultData.error?.message).toMatch(/failed to be processed too many times/);
	const before = loss.logged();
	expect((await retryExecution(stage.session, loss.executionId)).status).toBe('error');
	expect(loss.logged()).toEqual(before);
	await loss.worker.start();
});
