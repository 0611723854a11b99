import { openTriggerServer } from './server';
import { openTriggerStage, fields, formOf, post, type TriggerStage } from './stage';
import { triggerNode } from './workflow';

/** Listening in the editor has a step of its own. */

let stage: TriggerStage;
beforeEach(async () => {
	stage = await openTriggerStage();
});
afterEach(async () => await stage.close());

const node = (parameters = {}) => triggerNode({ code: 'check', ...parameters });
const steps = () => stage.portal.registered().map(({ code, name, handler }) => [code, name, handler]);
const published = () => ['check', 'Check credit', stage.n8n.address];
/** A code of this node alone: the test of another node with the same code has another one. */
const TESTED = 'check_731b66a3_test';
const tested = () => [TESTED, 'Check credit (test)', stage.n8n.testAddress];

it.each(['keep', 'remove'])(
	'It leaves the published step alone, and is removed when n8n stops listening: %s',
	async (whenUnpublished) => {
		await stage.n8n.publish(node({ options: { whenUnpublished } }));
		expect(await stage.n8n.listen(node({ options: { whenUnpublished } }))).toBeUndefined();
		expect(steps()).toEqual([published(), tested()]);
		await stage.n8n.stopListening();
		expect(steps()).toEqual([published()]);
	},
);

it('It takes one post and is removed then', async () => {
	await stage.n8n.listen(node({ properties: fields({ key: 'sum', type: 'int' }) }));
	const { templateId } = stage.portal.publishTemplate({
		steps: [{ kind: 'robot', code: TESTED, properties: { sum: 5 } }],
	});
	await stage.portal.startProcess({ templateId });
	await stage.n8n.atRest();
	expect(stage.n8n.started).toMatchObject([{ json: { code: TESTED, properties: { sum: 5 } } }]);
	expect(stage.n8n.isListening()).toBe(false);
	expect(steps()).toEqual([]);
});

it('It goes on listening after a forged post, and takes no post for the published step', async () => {
	await stage.n8n.listen(node());
	const form = formOf(stage, TESTED);
	expect(await post(stage.n8n.testAddress, { ...form, 'auth[member_id]': 'other' })).toBe(403);
	expect(await post(stage.n8n.testAddress, { ...form, code: 'check' })).toBe(403);
	expect([stage.n8n.isListening(), stage.n8n.started.length]).toEqual([true, 0]);
	expect(await post(stage.n8n.testAddress, form)).toBe(200);
	await stage.n8n.atRest();
	expect([stage.n8n.isListening(), stage.n8n.started.length]).toEqual([false, 1]);
});

it('It leaves alone what others have under a code that looks like it, also their tests', async () => {
	const other = stage.closing(await openTriggerServer(stage.engine, 'in a queue', { workflowId: 'other' }));
	await other.publish(node({ code: 'check_test' }));
	await other.listen(node());
	const before = steps();
	expect(before).toHaveLength(2);
	expect(await stage.n8n.listen(node())).toBeUndefined();
	expect(steps()).toEqual([...before, tested()]);
	await stage.n8n.stopListening();
	expect(steps()).toEqual(before);
});

it('It replaces what an earlier test has left behind, also of the other kind', async () => {
	await stage.n8n.listen(node({ kind: 'activity' }));
	const after = stage.closing(await openTriggerStage());
	after.credentials.add('oauth2', stage.credentials.read('oauth2'));
	expect(await after.n8n.listen(node())).toBeUndefined();
	expect(stage.portal.registered()).toMatchObject([{ kind: 'robot', handler: after.n8n.testAddress }]);
	await after.n8n.stopListening();
	expect(steps()).toEqual([]);
});

it('It replaces what an earlier test has left behind', async () => {
	await stage.n8n.listen(node({ name: 'Old' }));
	const again = stage.closing(await openTriggerStage());
	again.credentials.add('oauth2', stage.credentials.read('oauth2'));
	expect(await again.n8n.listen(node())).toBeUndefined();
	expect(steps()).toEqual([[TESTED, 'Check credit (test)', again.n8n.testAddress]]);
});

it('It tells why when it cannot be registered, and leaves nothing behind', async () => {
	await stage.n8n.publish(node());
	stage.portal.setLimits({ admin: false });
	expect(await stage.n8n.listen(node())).toMatch(/only an administrator/);
	expect([stage.n8n.isListening(), steps()]).toEqual([false, [published()]]);
});

it('It leaves nothing behind either when the answer that it is there was lost', async () => {
	stage.portal.fault({ kind: 'dropAfter' });
	stage.portal.fault({ kind: 'refuse', status: 403, code: 'ACCESS_DENIED' });
	expect(await stage.n8n.listen(node())).toMatch(/only an administrator/);
	expect(steps()).toEqual([]);
});
