import { trustedCertificate } from '../certificate';
import { CONTINUE, inTurnFor, numbered, texts } from '../lines';
import { openStage, type Stage } from '../stage';
import { until } from './time';

/** A portal that answers 302 at its old address, to however many requests at a time. */

let stage: Stage;
let distrust: () => void;
let newHome: string;
beforeEach(async () => {
	const certificate = await trustedCertificate();
	distrust = certificate.distrust;
	stage = await openStage({ latencyMs: 50 });
	newHome = await stage.portal.answerAlsoAt({ tls: certificate.keys });
});
afterEach(async () => {
	await stage.close();
	distrust();
});

const cameTo = (origin: string) =>
	stage.portal.requests.filter(({ headers }) => headers.host === new URL(origin).host);

describe.each(['webhook', 'oAuth2'])('Renamed, asked with %s', (authentication) => {
	const parameters = { authentication };

	it('with many requests under way, each of them follows once, and every line is written once and in order', async () => {
		const workflows = stage.portal.startWorkflows({ count: 400 });
		const items = inTurnFor(workflows, 800);
		// So slow that the node does not wait for one answer before it sends the next.
		stage.portal.setLimits({ latencyMs: 900 });
		const running = stage.run({ items, parameters, settings: CONTINUE });
		await until(() => stage.portal.requests.filter(({ status }) => status === null).length > 2);
		stage.portal.moveTo(newHome);
		const { passed, failed } = await running;

		expect([passed.length, failed.length]).toEqual([800, 0]);
		for (const { workflowId, eventToken } of workflows) {
			const own = items.filter((item) => item.eventToken === eventToken);
			expect(stage.portal.log(workflowId)).toEqual(texts(own));
		}
		const sentOn = cameTo(stage.portal.url).filter(({ status }) => status === 302);
		expect(sentOn.length).toBeGreaterThan(1);
		expect(sentOn.length).toBeLessThanOrEqual(5);
	});

	it('it is asked at its new address from the start by the next execution', async () => {
		const { workflowId, eventToken } = stage.portal.startWorkflow();
		stage.portal.moveTo(newHome);
		await stage.run({ items: numbered(eventToken, 1), parameters });
		expect(cameTo(stage.portal.url)).toHaveLength(1);
		stage.portal.clear();
		const { passed } = await stage.run({ items: numbered(eventToken, 60), parameters });
		expect(passed).toHaveLength(60);
		expect(cameTo(stage.portal.url)).toHaveLength(0);
		expect(stage.portal.log(workflowId)).toHaveLength(61);
	});
});
