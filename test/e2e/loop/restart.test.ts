import { activate, tryToPublish } from '../../n8n/publication';
import { endedProcess, startProcess, stepNamed } from '../../n8n/portalProcesses';
import { client } from '../../n8n/session';
import type { Workflow } from '../../n8n/workflows';
import { openOwnStage, type OwnStage } from '../ownStage';
import { capturePost, sendPost } from './capturedPost';
import { changeStep, linesOf, publishStep } from './stepWorkflow';
import { startWaitingProcess } from './waitingProcess';
import { itSinceN8n2 } from '../../n8n/version';

/** An n8n that is started anew, with what it kept, while processes wait in the portal. */

let stage: OwnStage;
const workflows: Record<string, Workflow> = {};
beforeAll(async () => {
	stage = await openOwnStage();
	for (const name of ['Heard again', 'Changed under a bad address', 'Changed in the older way']) {
		workflows[name] = await publishStep(stage, name);
	}
});
afterAll(async () => await stage.close());

async function restart(environment?: Record<string, string>) {
	stage.portal.clear();
	await stage.restartN8n(environment);
}

/** A process that comes to the step gets its line and its answer. */
async function expectHeard(name: string): Promise<void> {
	const id = await startProcess(stage.portal, [{ name }]);
	expect((await endedProcess(stage.portal, id)).lines).toEqual(linesOf(id));
}

describe('n8n restarted', () => {
	let waiting: string;
	beforeAll(async () => {
		waiting = await startWaitingProcess(stage);
		await expectHeard('Heard again');
		await restart();
	});

	it('puts nothing in again, and asks the portal nothing', () => {
		expect(stage.portal.requests).toEqual([]);
		expect(stage.portal.registered()).toHaveLength(4);
	});

	it('goes on with the execution that waited, and its process gets lines and result', async () => {
		const [, address] = stage.portal.log(waiting);
		await client(stage.url).get(address);
		const { state, lines, returned } = await endedProcess(stage.portal, waiting);
		expect(state).toBe('finished');
		expect(lines).toEqual([linesOf(waiting)[0], address, linesOf(waiting)[1]]);
		expect(returned).toMatchObject([{ values: { sum: '3' } }]);
	});

	it('hears the next process, and still knows which application posted first', async () => {
		const { code, handler } = stepNamed(stage.portal, 'Heard again');
		const post = await capturePost(stage, code);
		const forged = { ...post, auth: { ...post.auth, application_token: 'of another application' } };
		expect(await sendPost(stage, handler, forged)).toBe(403);
		await expectHeard('Heard again');
	});
});

describe('n8n restarted under an address that Bitrix24 cannot post to', () => {
	beforeAll(async () => {
		await restart({ N8N_WEBHOOK_URL: stage.url.replace('127.0.0.1', 'localhost') });
	});

	itSinceN8n2('n8n 1 has no publishing of its own')(
		'says so when a changed step is published, and names the setting; the step that is there stays as it was',
		async () => {
			const before = stage.portal.registered();
			const workflow = workflows['Changed under a bad address'];
			const changed = await changeStep(stage, workflow, { name: 'Never put in' });
			const { status, messages } = await tryToPublish(stage.session, changed);
			expect(status).toBe('failed');
			expect(messages.join()).toMatch(
				/cannot post to n8n at http:\/\/localhost:\d+.* public address .*N8N_WEBHOOK_URL/,
			);
			expect(stage.portal.requests).toEqual([]);
			expect(stage.portal.registered()).toEqual(before);
		},
	);
});

describe('n8n restarted, publishing in the way of its older versions', () => {
	const NAME = 'Changed in the older way';
	let code: string;
	beforeAll(async () => {
		({ code } = stepNamed(stage.portal, NAME));
		await restart({ N8N_USE_WORKFLOW_PUBLICATION_SERVICE: 'false' });
	});

	const askedAboutTheStep = () =>
		stage.portal.requests
			.filter(({ commands }) => commands.some(({ params }) => params.CODE === code))
			.map(({ method }) => method);

	it('finds its steps in place without asking the portal, and hears the next process', async () => {
		await expectHeard(NAME);
		expect(askedAboutTheStep()).toEqual([]);
	});

	itSinceN8n2('n8n 1 has no publishing of its own')('updates a step that was changed', async () => {
		await activate(stage.session, await changeStep(stage, workflows[NAME], { description: 'Changed' }));
		expect(askedAboutTheStep()).toEqual(['bizproc.robot.update']);
		expect(stepNamed(stage.portal, NAME)).toMatchObject({ code, fields: { DESCRIPTION: 'Changed' } });
	});

	itSinceN8n2('n8n 1 has no publishing of its own')(
		'tells at once who is no administrator, and the step that is there stays as it was',
		async () => {
			const before = stage.portal.registered();
			const changed = await changeStep(stage, workflows['Heard again'], { name: 'Never put in' });
			stage.portal.setLimits({ admin: false });
			await expect(activate(stage.session, changed)).rejects.toThrow(/only an administrator register/);
			stage.portal.setLimits({ admin: true });
			expect(stage.portal.registered()).toEqual(before);
		},
	);
});
