import { publishLines } from '../e2e/stage';
import { runAll } from './runs';
import { openQueueStage, executionsStartedBy, type QueueStage } from './stage';

/** Several workers of n8n write to one portal. */

/** n8n hands out the ids of the last twenty executions. */
const EXECUTIONS = 12;
const LINES = 60;

let stage: QueueStage;
beforeAll(async () => {
	stage = await openQueueStage({ workers: 2 });
});
afterEach(() => {
	stage.portal.setLimits({ requestLimit: null, latencyMs: 0 });
	stage.portal.clear();
});
afterAll(async () => await stage?.close());

/** Lines for each execution, into two processes of its own in turn, and what the logs must then hold. */
function loads() {
	const processes = stage.portal.startWorkflows({ count: EXECUTIONS * 2 });
	const messages = Array.from({ length: LINES }, (_, index) => `line ${index}`);
	return {
		lines: Array.from({ length: EXECUTIONS }, (_, execution) =>
			messages.map((message, index) => {
				const { eventToken } = processes[execution * 2 + (index % 2)];
				return { eventToken, message };
			}),
		),
		logs: () => processes.map(({ workflowId }) => stage.portal.log(workflowId)),
		expected: processes.map((_, process) => messages.filter((_line, index) => index % 2 === process % 2)),
	};
}

it('Executions spread over the workers, and every line is in its log once', async () => {
	const workflow = await publishLines(stage, 'spread');
	stage.portal.setLimits({ latencyMs: 200 });
	const { lines, logs, expected } = loads();
	const executions = await runAll(stage, workflow, lines);
	expect(executions.map(({ status }) => status)).toEqual(Array(EXECUTIONS).fill('success'));
	const ids = executions.map(({ id }) => id);
	const shares = stage.installation.workers.map((worker) =>
		executionsStartedBy(worker).filter((id) => ids.includes(id)),
	);
	expect(shares.flat().sort()).toEqual([...ids].sort());
	expect(shares.map(({ length }) => length > 0)).toEqual([true, true]);
	expect(logs()).toEqual(expected);
});

it('Access that expired is renewed at most once by each worker, and every line is in its log once', async () => {
	const workflow = await publishLines(stage, 'of-an-application', {
		parameters: { authentication: 'oAuth2' },
		credentials: { bitrix24OAuth2Api: { id: null, name: 'Bitrix24 application' } },
	});
	const { lines, logs, expected } = loads();
	const { refreshes } = stage.portal.oauth;
	stage.portal.setLimits({ latencyMs: 200 });
	stage.portal.oauth.expireAccessTokens();
	const executions = await runAll(stage, workflow, lines);
	expect(executions.map(({ status }) => status)).toEqual(Array(EXECUTIONS).fill('success'));
	// As a rule once for all; n8n has no lock between its processes, so two that meet the same at the same moment both do.
	expect(stage.portal.oauth.refreshes - refreshes).toBeLessThanOrEqual(stage.installation.workers.length);
	expect(logs()).toEqual(expected);
});

it('Workers that share a limit of the portal lose no line to it, and write none twice', async () => {
	const workflow = await publishLines(stage, 'within-a-limit', { onError: 'continueRegularOutput' });
	const { lines, logs, expected } = loads();
	stage.portal.setLimits({ requestLimit: { burst: 5, perSecond: 5 } });
	const executions = await runAll(stage, workflow, lines);
	expect(executions.map(({ status }) => status)).toEqual(Array(EXECUTIONS).fill('success'));
	expect(logs()).toEqual(expected);
	expect(stage.portal.collisions).toBe(0);
	expect(stage.portal.requests.some(({ status }) => status === 503)).toBe(true);
});
