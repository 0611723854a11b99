import { testCredential } from '../n8n/credentials';
import type { Execution } from '../n8n/executions';
import { connectApplication, webhookOf } from '../n8n/portalCredentials';
import type { Workflow } from '../n8n/workflows';
import type { Fault } from '../portal/faults/fault';
import { databaseText, logText, secretsIn } from './kept';
import { openStage, publishLines, runWith, type Stage } from './stage';

/** Runs that end well and badly, with both credentials; then every place n8n keeps is searched for the secrets. */

const endings: Array<Fault | undefined> = [
	undefined,
	// Twice: n8n repeats a request once after this status.
	{ kind: 'refuse', status: 401, code: 'INVALID_CREDENTIALS', times: 2 },
	{ kind: 'refuse', status: 403, code: 'ACCESS_DENIED' },
	{ kind: 'html', status: 502 },
	{ kind: 'dropAfter' },
	{ kind: 'redirect', location: 'http://127.0.0.1:9/' },
];

let stage: Stage;
let secrets: Record<string, string>;
const executions: Execution[] = [];
const statuses = { bitrix24WebhookApi: [] as string[], bitrix24OAuth2Api: [] as string[] };

beforeAll(async () => {
	stage = await openStage();
	const { portal, session, url } = stage;
	await connectApplication(session, url, portal);
	const byWebhook = await publishLines(stage, 'secrets-of-a-webhook');
	const byApplication = await publishLines(stage, 'secrets-of-an-application', {
		parameters: { authentication: 'oAuth2' },
		credentials: { bitrix24OAuth2Api: { id: null, name: 'Bitrix24 application' } },
	});
	for (const fault of endings) {
		statuses.bitrix24WebhookApi.push(await runDisturbed(byWebhook, fault));
		statuses.bitrix24OAuth2Api.push(await runDisturbed(byApplication, fault));
	}
	await testCredential(session, webhookOf(portal));
	const bearer = portal.requests.map(({ headers }) => headers.authorization).filter(Boolean);
	secrets = {
		'webhook secret': portal.webhookSecret,
		'client secret': portal.oauth.application.clientSecret,
		'access token': String(bearer[0]).replace('Bearer ', ''),
		'refresh token': portal.oauth.lastRefreshToken,
	};
});
afterAll(async () => await stage.portal.stop());

async function runDisturbed(workflow: Workflow, fault?: Fault): Promise<string> {
	const { eventToken } = stage.portal.startWorkflow();
	if (fault) stage.portal.fault(fault);
	const execution = await runWith(stage, workflow, [{ eventToken, message: 'a line to be found' }]);
	executions.push(execution);
	return execution.status;
}

it('The secrets looked for are real ones, and the runs ended well and badly with both credentials', () => {
	Object.values(secrets).forEach((secret) => expect(secret).toMatch(/^\S{16,}$/));
	const expected = endings.map((fault) => (fault ? 'error' : 'success'));
	expect(statuses).toEqual({ bitrix24WebhookApi: expected, bitrix24OAuth2Api: expected });
});

it('No secret is in the data of an execution', () => {
	const data = JSON.stringify(executions);
	expect(data).toContain('a line to be found');
	expect(secretsIn(data, secrets)).toEqual([]);
});

it("No secret is readable in n8n's database", () => {
	const data = databaseText(stage);
	expect(data).toContain('a line to be found');
	expect(secretsIn(data, secrets)).toEqual([]);
});

it("No secret is in n8n's log, even at its wordiest", () => {
	const log = logText(stage);
	expect(log).toMatch(/debug/i);
	expect(log).toContain(stage.url);
	expect(secretsIn(log, secrets)).toEqual([]);
});
