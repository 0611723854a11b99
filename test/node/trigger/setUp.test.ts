import type { IDataObject } from 'n8n-workflow';
import { connectedTo } from '../stage';
import { openTriggerServer, type TriggerServer } from './server';
import { fields, openTriggerStage, type TriggerStage } from './stage';
import { triggerNode } from './workflow';

/** A bad set-up gets a sentence with the next step, in the message: n8n shows nothing else. */

let stage: TriggerStage;
beforeEach(async () => {
	stage = await openTriggerStage();
});
afterEach(async () => await stage.close());

const publish = async (parameters: IDataObject = {}) => await stage.n8n.publish(triggerNode(parameters));

it.each<[string, IDataObject, RegExp]>([
	['no name', { name: ' ' }, /^The step has no name\. Enter the Name/],
	['an invalid code', { code: 'a b' }, /^The Code "a b" cannot be used\. .*at most 123/],
	['an invalid key', { properties: fields({ key: 'a-b' }) }, /^"a-b" cannot be the key of a field\. /],
	[
		'a key twice',
		{ returnProperties: fields({ key: 'a' }, { key: 'A' }) },
		/^The key "A" stands twice among the return values\. /,
	],
	[
		'a select without options',
		{ properties: fields({ key: 'a', type: 'select' }) },
		/^The field "a" is of type Select and has no options\. Enter/,
	],
])('Before the portal is asked: %s', async (_what, parameters, words) => {
	expect(await publish(parameters)).toMatch(words);
	expect(stage.portal.requests).toEqual([]);
});

it('Before the portal is asked: a host name without a dot', async () => {
	const local = stage.closing(
		await openTriggerServer(stage.engine, 'in a queue', { origin: 'http://localhost:5678' }),
	);
	const message = await local.publish(triggerNode({}));
	expect(message).toMatch(
		/cannot post to n8n at http:\/\/localhost:5678\. n8n needs a public address.*N8N_WEBHOOK_URL/,
	);
	expect(stage.portal.requests).toEqual([]);
});

describe('An address of a private network', () => {
	const address = 'http://192.168.1.5:5678';
	let n8n: TriggerServer;
	beforeEach(async () => {
		n8n = stage.closing(await openTriggerServer(stage.engine, 'in a queue', { origin: address }));
	});
	const connectTo = (portalUrl: string) =>
		stage.credentials.add('oauth2', {
			...connectedTo(stage.portal),
			portalUrl,
			// Without an access nothing is sent.
			oauthTokenData: { client_endpoint: `${portalUrl}/rest/` },
		} as never);

	it('is refused, before the portal is asked, where the portal is in the cloud', async () => {
		connectTo('https://example.bitrix24.com');
		expect(await n8n.publish(triggerNode({}))).toMatch(
			/^Bitrix24 cannot post to n8n at http:\/\/192\.168\.1\.5:5678\. This address belongs to a private network/,
		);
		expect(n8n.warnings).toEqual([]);
	});

	it('is warned of where the portal has a public address', async () => {
		connectTo('https://portal.example.com');
		await n8n.publish(triggerNode({}));
		expect(n8n.warnings[0]).toMatch(
			/^Bitrix24 is to post to n8n at http:\/\/192\.168\.1\.5:5678, an address of a private/,
		);
	});

	it('is right where the portal has one, too', async () => {
		expect(await n8n.publish(triggerNode({}))).toBeUndefined();
		expect(n8n.warnings).toEqual([]);
	});
});

it('A node without an address of its own is not put where everybody can find it', async () => {
	expect(await stage.n8n.publish(triggerNode({}, { webhookId: undefined }))).toMatch(
		/no address of its own yet\. Delete the node/,
	);
});

it('A user who is no administrator', async () => {
	stage.portal.setLimits({ admin: false });
	expect(await publish()).toMatch(
		/lets only an administrator register steps.*Let an administrator of the portal connect the OAuth2 credential/,
	);
});

it('A credential without the permission', async () => {
	stage.portal.setLimits({ scope: ['crm'] });
	expect(await publish()).toMatch(/scope bizproc.*Edit the .* local application/);
});

it('A portal without business processes', async () => {
	stage.portal.setLimits({ tariff: { bizproc: false } });
	expect(await publish()).toMatch(/offers no business processes\. .*plan/);
});

it('A portal without REST', async () => {
	stage.portal.setLimits({ tariff: { rest: false } });
	expect(await publish()).toMatch(/does not allow REST requests\. .*plan/);
});

it('A credential that nobody has connected', async () => {
	stage.credentials.add('oauth2', { ...connectedTo(stage.portal), oauthTokenData: undefined } as never);
	expect(await publish()).toMatch(/is not connected yet: open it and press Connect/);
});

it('No credential', async () => {
	const message = await stage.n8n.publish(triggerNode({}, { credentials: undefined }));
	expect(message).toMatch(/OAuth2 credential of this node is missing/);
});

it('What only the portal can find, in its own words too', async () => {
	stage.portal.fault({
		kind: 'refuse',
		status: 400,
		code: 'ERROR_ACTIVITY_VALIDATION_FAILURE',
		description: 'Wrong property key (a)!',
		times: 5,
	});
	expect(await publish()).toMatch(
		/does not accept the fields of this step.*Bitrix24 says: "Wrong property key \(a\)!"/,
	);
});

it('A portal that cannot be reached', async () => {
	await stage.portal.stop();
	expect(await publish()).toMatch(/could not be reached, nothing was changed there\. Check the address/);
});
