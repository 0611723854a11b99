import type { Stumble } from '../../portal/portal';
import { CONTINUE, details, numbered, outcomes, texts } from '../lines';
import { stageForEachTest } from '../hookedStage';
import { pause, timed, until } from './time';

/** An access that has expired while the server that renews it is out of order: that is nobody's mistake. */

const stage = stageForEachTest();
const sceneFor = (eventToken: string, maxWaitSeconds: number) => ({
	items: numbered(eventToken, 3),
	parameters: { authentication: 'oAuth2', options: { maxWaitSeconds } },
	settings: CONTINUE,
});

/** A workflow at a portal that wants a new access. */
function expired() {
	const workflow = stage.portal.startWorkflow();
	stage.portal.oauth.expireAccessTokens();
	return workflow;
}

const outages: Array<[string, Stumble | 'offline']> = [
	['takes no connection', 'offline'],
	['cuts the connection', { kind: 'dropBefore', times: 1000 }],
	['answers with a page of a proxy', { kind: 'html', status: 502, times: 1000 }],
	['answers with a page and 200', { kind: 'html', status: 200, times: 1000 }],
	['answers that it is out of order', { kind: 'refuse', status: 503, code: 'unavailable', times: 1000 }],
	['takes the connection and says nothing', { kind: 'silence', times: 1000 }],
];
const begin = async (outage: Stumble | 'offline') => {
	if (outage === 'offline') await stage.portal.goOffline('authorizationServer');
	else stage.portal.oauth.stumble(outage);
};

describe('The authorization server', () => {
	it.each(outages)('%s: after Max Wait the items were not sent, and are told why', async (_what, outage) => {
		const { workflowId, eventToken } = expired();
		await begin(outage);
		const { value, seconds } = await timed(stage.run(sceneFor(eventToken, 2)));
		expect(outcomes(value.failed)).toEqual({ notSent: 3 });
		expect(value.failed[0].json.error).toMatch(/authorization server could not be reached/);
		expect(details(value.failed[0]).nextStep).toMatch(/no need to connect the credential again/);
		expect(seconds).toBeGreaterThan(1.5);
		expect(seconds).toBeLessThan(4);
		expect(stage.portal.log(workflowId)).toEqual([]);
	});

	it.each(outages)('%s: Stop ends the execution within a second', async (_what, outage) => {
		const { eventToken } = expired();
		await begin(outage);
		const execution = stage.start(sceneFor(eventToken, 60));
		await until(() => stage.portal.requests.length > 0);
		await pause(300);
		execution.stop();
		const { value, seconds } = await timed(execution.finished);
		expect(value.status).toBe('canceled');
		expect(seconds).toBeLessThan(1);
	});

	const passing = outages.filter(([, outage]) => outage === 'offline' || outage.kind !== 'silence');
	it.each(passing)('%s, and is back within Max Wait: all is well', async (_what, outage) => {
		const { workflowId, eventToken } = expired();
		await begin(outage === 'offline' ? outage : { ...outage, times: 2 });
		const running = stage.run(sceneFor(eventToken, 20));
		await pause(700);
		if (outage === 'offline') await stage.portal.comeBack('authorizationServer');
		const { passed, failed } = await running;
		expect(outcomes(failed)).toEqual({});
		expect(stage.portal.log(workflowId)).toEqual(texts(passed.map(({ json }) => json)));
		expect(passed).toHaveLength(3);
		expect(stage.portal.oauth.refreshes).toBe(1);
	});

	it.each(outages)('%s, and is back for the next execution, which notices nothing', async (_what, outage) => {
		const { workflowId, eventToken } = expired();
		await begin(outage);
		await stage.run(sceneFor(eventToken, 0));
		stage.portal.clear();
		// Started anew, for n8n waits for a server that says nothing, and keeps every other renewal waiting with it.
		await stage.portal.goOffline('authorizationServer');
		await stage.portal.comeBack('authorizationServer');
		const { value, seconds } = await timed(stage.run(sceneFor(eventToken, 20)));
		expect(value.passed).toHaveLength(3);
		expect(seconds).toBeLessThan(5);
		expect(stage.portal.log(workflowId)).toHaveLength(3);
		expect(stage.credentials.read('oauth2').oauthTokenData).toMatchObject({
			refresh_token: stage.portal.oauth.lastRefreshToken,
		});
	});

	it('says that the access was taken back: only then the user is told to connect again, and at once', async () => {
		const { eventToken } = expired();
		stage.portal.oauth.revoke();
		const { value, seconds } = await timed(stage.run(sceneFor(eventToken, 20)));
		expect(details(value.failed[0]).nextStep).toMatch(/connect it again/);
		expect(seconds).toBeLessThan(2);
		expect(stage.portal.oauth.asked).toBe(1);
	});
});
