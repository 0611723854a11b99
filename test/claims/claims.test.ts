import type { PortalOptions } from '../portal/contract';
import { type Portal, startPortal } from '../portal/portal';
import { readAccess } from './access';
import { check, differs, type Finding } from './check';
import { CLAIMS } from './claims';
import { openParties } from './parties';
import { readSettings } from './settings';

/** What is claimed of Bitrix24 holds at the stand-in portal: else one of the two is not as a portal is. */

const portals: Portal[] = [];
afterAll(async () => {
	for (const portal of portals) await portal.stop();
});

async function findingsAt(options: PortalOptions): Promise<Finding[]> {
	const portal = await startPortal(options);
	portals.push(portal);
	const environment = {
		BITRIX24_WEBHOOK: portal.webhookUrl,
		BITRIX24_ACCESS_TOKEN: portal.oauth.issueTokens().access_token,
		BITRIX24_EVENT_TOKEN: portal.startWorkflow().eventToken,
	};
	const settings = readSettings(environment, true);
	const parties = openParties(settings);
	return await check(CLAIMS, parties, await readAccess(parties, settings));
}

let everyone: Finding[];
let withoutRights: Finding[];
beforeAll(async () => {
	everyone = await findingsAt({});
	withoutRights = await findingsAt({ scope: ['crm'], admin: false });
	withoutRights.push(...(await findingsAt({ admin: false })));
});

it.each(CLAIMS.map(({ claim }) => claim))('%s', (claim) => {
	const tried = [...everyone, ...withoutRights].filter(
		(one) => one.claim === claim && one.looks !== undefined,
	);
	expect(tried).not.toEqual([]);
	expect(tried.filter(differs)).toEqual([]);
});

it('no two claims are called the same', () => {
	expect(new Set(CLAIMS.map(({ claim }) => claim)).size).toBe(CLAIMS.length);
});

it('what a webhook without a permission and a user without rights cannot show is not tried', () => {
	const untried = withoutRights.filter(({ reason }) => reason !== undefined);
	expect(new Set(untried.map(({ reason }) => reason))).toEqual(
		new Set([
			'the webhook lacks the permission bizproc',
			'steps may not be registered (insufficient_scope)',
			'steps may not be registered (ACCESS_DENIED)',
			'the webhook lacks no permission',
			'the application lacks the permission bizproc',
		]),
	);
});
