import { CONTINUE, details, numbered } from '../lines';
import { openStage } from '../stage';
import { contractStage } from './stage';

const stage = contractStage();
const { workflow } = stage;

describe('16. Every refusal', () => {
	it.each([
		[
			'ACCESS_DENIED',
			403,
			'refused',
			/does not accept this event token/,
			/about the token, not about rights/,
		],
		['ERROR_EMPTY_LOG_MESSAGE', 400, 'refused', /empty message/, /Message/],
		['404', 400, 'refused', /no longer running/, /while the workflow runs/],
		['402', 400, 'refused', /plan/, /plan/],
		['499', 400, 'refused', /terminated/, /again/],
		['INVALID_CREDENTIALS', 401, 'refused', /does not accept this webhook/, /Copy the address again/],
		['insufficient_scope', 401, 'refused', /scope bizproc/, /permission/],
		['ERROR_METHOD_NOT_FOUND', 404, 'refused', /no business processes/, /plan/],
		['PORTAL_DELETED', 403, 'refused', /closed or deleted/, /\w/],
		['SOMETHING_NEW', 400, 'refused', /SOMETHING_NEW/, /own words/],
		['SOMETHING_NEW', 502, 'unknown', /may already be in the log/, /Look at the log/],
		['ERROR_CORE', 400, 'unknown', /may already be in the log/, /Look at the log/],
		['INTERNAL_SERVER_ERROR', 500, 'unknown', /may already be in the log/, /Look at the log/],
		['', 400, 'unknown', /may already be in the log/, /Look at the log/],
	])(
		'says what happened and what to do, decided by the code %s',
		async (code, status, outcome, happened, nextStep) => {
			const { eventToken } = workflow();
			stage.portal.fault({ kind: 'refuse', status, code, description: 'Слова портала', times: 2 });
			const { failed } = await stage.run({ items: numbered(eventToken, 1), settings: CONTINUE });
			expect(failed[0].json.error).toMatch(happened);
			expect(details(failed[0]).nextStep).toMatch(nextStep);
			expect(failed[0].json.error).not.toContain(details(failed[0]).nextStep);
			expect(details(failed[0])).toMatchObject({ outcome, portalMessage: 'Слова портала' });
			stage.portal.clear();

			stage.portal.fault({ kind: 'refuse', status, code, description: 'Слова портала', times: 2 });
			const { error } = await stage.run({ items: numbered(eventToken, 1) });
			expect(error?.message).toMatch(happened);
			expect(error?.description).toContain('Слова портала');
		},
	);

	it('of a workflow that has ended is told from the real answer too', async () => {
		const { workflowId, eventToken } = workflow();
		stage.portal.finishWorkflow(workflowId);
		const { error } = await stage.run({ items: numbered(eventToken, 2) });
		expect(error?.message).toMatch(/no longer running/);
	});

	it('of a step that has not waited says how to make it wait', async () => {
		const { workflowId, eventToken } = stage.portal.startWorkflow({ waits: false });
		stage.portal.finishWorkflow(workflowId);
		const { failed } = await stage.run({ items: numbered(eventToken, 1), settings: CONTINUE });
		expect(details(failed[0]).nextStep).toMatch(
			/does not wait .* set Wait for Result to Yes .* publish again/,
		);
	});

	it('of the connection is not asked for again with the remaining lines', async () => {
		const own = await openStage();
		own.portal.revokeWebhook();
		const { failed } = await own.run({ items: numbered('x', 200), settings: CONTINUE });
		expect(failed).toHaveLength(200);
		expect(own.portal.requests.length).toBeLessThanOrEqual(2);
		await own.close();
	});

	it('of an address that is none comes before any request', async () => {
		stage.credentials.add('typo', { webhookSecret: 'https://portal.example/rest/1/' });
		const { error } = await stage.run({
			items: numbered('x', 1),
			settings: { credentials: { bitrix24WebhookApi: { id: 'typo', name: 'typo' } } },
		});
		expect(error?.message).toMatch(/Webhook URL is not the address of an inbound webhook/);
		expect(stage.portal.requests).toEqual([]);
	});
});
