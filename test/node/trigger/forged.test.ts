import type { IDataObject } from 'n8n-workflow';
import { connectedTo } from '../stage';
import { formOf, openTriggerStage, post, type TriggerStage } from './stage';
import { triggerNode } from './workflow';

/** Only the portal that the step was put into can start n8n. */

let stage: TriggerStage;
beforeEach(async () => {
	stage = await openTriggerStage();
	await stage.n8n.publish(triggerNode({ code: 'check' }));
});
afterEach(async () => await stage.close());

const send = async (changes: Record<string, string> = {}) =>
	await post(stage.n8n.address, { ...formOf(stage, 'check'), ...changes });

it.each<[string, Record<string, string>]>([
	['another portal', { 'auth[member_id]': 'f'.repeat(32) }],
	['no portal', { 'auth[member_id]': '' }],
	['another application', { 'auth[application_token]': 'x'.repeat(32) }],
	['no application', { 'auth[application_token]': '' }],
	['another step', { code: 'other' }],
	['the test of the step', { code: 'check_test' }],
	['no step', { code: '' }],
	['no event token', { event_token: '' }],
])('A post of %s is answered 403 and starts nothing', async (_what, changes) => {
	expect(await send()).toBe(200);
	expect(await send(changes)).toBe(403);
	expect(stage.n8n.started).toHaveLength(1);
	expect(await send()).toBe(200);
});

it.each(['', 'x', '{"auth":{}}', '%', 'a=1&'.repeat(100_001)])(
	'A post that is no form of the portal is answered 403: %#',
	async (body) => {
		expect(await post(stage.n8n.address, body)).toBe(403);
		expect(stage.n8n.started).toEqual([]);
	},
);

it('A post to a wrong address finds nothing', async () => {
	expect(await post(stage.n8n.address.replace(/bitrix24$/, 'other'), formOf(stage, 'check'))).toBe(404);
});

it('The application that posts first is the one to post from then on, also after n8n has started anew', async () => {
	const first = { 'auth[application_token]': 'a'.repeat(32) };
	expect(await send(first)).toBe(200);
	await stage.n8n.restart();
	expect(await send({ 'auth[application_token]': 'b'.repeat(32) })).toBe(403);
	expect(await send(first)).toBe(200);
});

it('After the next unpublish and publish another application may be the first: it was put in anew', async () => {
	expect(await send()).toBe(200);
	await stage.n8n.unpublish();
	await stage.n8n.publish(triggerNode({ code: 'check' }));
	expect(await send({ 'auth[application_token]': 'b'.repeat(32) })).toBe(200);
	expect(await send()).toBe(403);
});

it('A credential that does not name its portal takes the portal that posts first', async () => {
	const { oauthTokenData, ...credential } = connectedTo(stage.portal) as IDataObject;
	const { member_id, ...unnamed } = oauthTokenData as IDataObject;
	expect(member_id).toBe(stage.portal.memberId);
	stage.credentials.add('oauth2', { ...credential, oauthTokenData: unnamed } as never);
	await stage.n8n.unpublish();
	await stage.n8n.publish(triggerNode({ code: 'check' }));
	expect(await send()).toBe(200);
	expect(await send({ 'auth[member_id]': 'f'.repeat(32) })).toBe(403);
	expect(await send()).toBe(200);
});

it('What is stored with the workflow holds no key of the portal’s', async () => {
	expect(await send({ 'auth[access_token]': 'access-key', 'auth[refresh_token]': 'refresh-key' })).toBe(200);
	const tokens = stage.credentials.read('oauth2').oauthTokenData as IDataObject;
	const secrets = [
		stage.portal.applicationToken,
		stage.portal.oauth.application.clientSecret,
		tokens.access_token,
		tokens.refresh_token,
		'access-key',
		'refresh-key',
		'w|a|e.s',
	] as string[];
	expect(stage.n8n.stored()).toContain('applicationTokenDigest');
	expect(secrets.filter((secret) => stage.n8n.stored().includes(secret))).toEqual([]);
});
