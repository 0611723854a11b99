import { post } from '../http/client';
import { type Portal, startPortal } from '../portal';
import { connectPortal } from '../remote';
import { asApplication } from '../rest/asApplication';
import { VERBS } from './verbs';

describe('a portal steered over HTTP', () => {
	let portal: Portal;
	beforeEach(async () => {
		portal = await startPortal();
	});
	afterEach(async () => await portal.stop());

	it('does for each verb what it does in its own process', async () => {
		const remote = connectPortal(portal.url);
		const { workflowId, eventToken } = await remote.startWorkflow({ name: 'from afar' });
		const log = async (LOG_MESSAGE: string) =>
			await post(`${portal.webhookUrl}bizproc.activity.log`, {
				EVENT_TOKEN: eventToken,
				LOG_MESSAGE,
			});
		await log('one');
		await remote.setBusy(workflowId, true);
		await log('two');
		await remote.setBusy(workflowId, false);
		await remote.fault({ kind: 'queryLimit' });
		await log('three');
		expect(await remote.log(workflowId)).toEqual(['one']);
		expect(await remote.accepted(workflowId)).toBe(1);
		expect(await remote.workflows()).toMatchObject([{ name: 'from afar', state: 'waiting' }]);
		expect((await remote.requests()).map(({ status }) => status)).toEqual([200, 400, 503]);
		await remote.finishWorkflow(workflowId);
		expect((await log('four')).data.error).toBe('404');
		await remote.clear();
		expect(await remote.requests()).toEqual([]);
	});

	it('runs a template from afar, and tells how far it has come', async () => {
		const remote = connectPortal(portal.url);
		const HANDLER = `${portal.webhookUrl}profile`;
		await asApplication(portal)('bizproc.robot.add', { CODE: 'ask', HANDLER, NAME: 'Ask' });
		expect(await remote.registered()).toMatchObject([{ code: 'ask', handler: HANDLER }]);
		const template = await remote.publishTemplate({ steps: [{ kind: 'robot', code: 'ask' }] });
		expect(await remote.templates()).toMatchObject([template]);
		const { workflowId } = await remote.startProcess(template);
		expect(await remote.process(workflowId)).toEqual(portal.process(workflowId));
		expect((await remote.process(workflowId)).posts).toMatchObject([{ status: 200 }]);
		await expect(remote.startProcess({ templateId: 9 })).rejects.toThrow('No template 9');
	});

	it('changes the rules while it runs, and lifts a limit with null', async () => {
		const remote = connectPortal(portal.url);
		await remote.setLimits({ requestLimit: { burst: 1, perSecond: 0 }, scope: ['crm'] });
		expect((await post(`${portal.webhookUrl}scope`)).data.result).toEqual(['crm']);
		expect((await post(`${portal.webhookUrl}scope`)).status).toBe(503);
		await remote.setLimits({ requestLimit: null });
		expect((await post(`${portal.webhookUrl}scope`)).status).toBe(200);
	});

	it('steers the authorization server too', async () => {
		const remote = connectPortal(portal.url);
		const { access_token: auth } = await remote.issueTokens();
		await remote.expireAccessTokens();
		const { data } = await post(`${portal.url}/rest/profile`, { auth });
		expect(data.error).toBe('expired_token');
		expect((await remote.describe()).oauth).toMatchObject({ url: portal.oauth.url, refreshes: 0 });
	});

	it('has a verb for everything that can be done to it', () => {
		const namesOf = (object: object): string[] => {
			const parent: unknown = Object.getPrototypeOf(object);
			if (parent === Object.prototype) return Object.getOwnPropertyNames(object);
			return [...Object.getOwnPropertyNames(object), ...namesOf(parent as object)];
		};
		const methodsOf = (object: object) =>
			namesOf(object).filter((name) => typeof Reflect.get(object, name) === 'function');
		// The last two would cut off the one who asks.
		const notForOthers = ['constructor', 'stop', 'answer', 'goOffline', 'comeBack'];
		for (const name of [...methodsOf(portal), ...methodsOf(portal.oauth)]) {
			if (!notForOthers.includes(name)) expect(Object.keys(VERBS)).toContain(name);
		}
	});

	it('takes a body that is no list as the only argument', async () => {
		const { data } = await post(`${portal.url}/stand-in/startWorkflows`, { count: 3 });
		expect(data).toHaveLength(3);
	});

	it('says what was wrong, here and there', async () => {
		const remote = connectPortal(portal.url);
		await expect(remote.log('nobody')).rejects.toThrow('log: No workflow nobody was started here');
		for (const verb of ['nonsense', 'constructor']) {
			expect((await post(`${portal.url}/stand-in/${verb}`)).status).toBe(404);
		}
	});
});
