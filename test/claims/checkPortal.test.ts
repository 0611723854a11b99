import { parseStr } from '../portal/php/parseStr';
import { openServer } from '../portal/http/server';
import { type Portal, startPortal } from '../portal/portal';
import { asApplication } from '../portal/rest/asApplication';
import { readBody } from '../portal/rest/parameters';
import { checkPortal } from './checkPortal';
import { readSettings } from './settings';

let portal: Portal;
let accessToken: string;
beforeEach(async () => {
	portal = await startPortal();
	accessToken = portal.oauth.issueTokens().access_token;
});
afterEach(async () => await portal.stop());

/** @returns the rows of the table by their claim, and all that was written */
async function checked(mayCreate: boolean, isStopped?: () => boolean) {
	const written: string[] = [];
	const environment = { BITRIX24_WEBHOOK: portal.webhookUrl, BITRIX24_ACCESS_TOKEN: accessToken };
	const settings = readSettings(environment, mayCreate);
	const isRight = await checkPortal(settings, (words) => written.push(words), isStopped);
	const text = written.join('');
	const rows = text.split('\n').filter((line) => line.startsWith('| '));
	return { isRight, text, row: (claim: string) => rows.find((row) => row.startsWith(`| ${claim} `)) ?? '' };
}

const creating = () =>
	portal.requests.filter(
		({ method, authorization }) => method === 'bizproc.robot.add' && authorization === 'bearer',
	);

it('creates nothing without leave, and says so', async () => {
	const { isRight, row } = await checked(false);
	expect(isRight).toBe(true);
	expect(creating()).toEqual([]);
	expect(row('A number in place of a host name is taken')).toContain(
		'would create steps: needs --yes | not tried',
	);
});

it('takes away what it has created, and leaves alone what was there', async () => {
	const theirs = { CODE: 'theirs', HANDLER: 'https://n8n.example.com/', NAME: 'Theirs' };
	await asApplication(portal)('bizproc.robot.add', theirs);
	const { isRight } = await checked(true);
	expect(isRight).toBe(true);
	expect(creating().length).toBeGreaterThan(0);
	expect(portal.registered().map(({ code }) => code)).toEqual(['theirs']);
});

it('takes it away also when the answer was lost, or the portal has taken what it should not', async () => {
	portal.fault({ kind: 'dropAfter', method: 'bizproc.robot.add', after: 1, times: 4 });
	const { text } = await checked(true);
	expect(text).toContain('no answer came (ECONNRESET)');
	expect(portal.registered()).toEqual([]);
});

it('takes it away also when it is told to stop', async () => {
	const { text } = await checked(true, () => portal.registered().length > 0);
	expect(text).toContain('| stopped before | not tried |');
	expect(portal.registered()).toEqual([]);
});

it('says what it could not take away', async () => {
	portal.fault({
		kind: 'refuse',
		status: 400,
		code: 'ERROR_CORE',
		method: 'bizproc.robot.delete',
		times: 99,
	});
	const { isRight, text } = await checked(true);
	expect(isRight).toBe(false);
	expect(text).toMatch(/^These steps could not be taken away from the portal: check_portal_/m);
});

it('shows what differs, and what was expected', async () => {
	portal.fault({ kind: 'refuse', status: 418, code: 'TEAPOT', method: 'profile', after: 1 });
	const { isRight, row } = await checked(false);
	expect(isRight).toBe(false);
	expect(row('A request without a credential is NO_AUTH_FOUND')).toBe(
		'| A request without a credential is NO_AUTH_FOUND | https://apidocs.bitrix24.com/error-codes.html | ' +
			'status 418 instead of 401, error "TEAPOT" instead of "NO_AUTH_FOUND" | DIFFERS |',
	);
});

it('a page in place of an answer differs, too', async () => {
	portal.fault({ kind: 'html', status: 502, method: 'server.time' });
	const { row } = await checked(false);
	expect(row('server.time is a moment with the zone that the time of an answer has, too')).toMatch(/DIFFERS/);
});

it.each<[string, () => void, RegExp]>([
	['the webhook is none', () => portal.revokeWebhook(), /^Bitrix24 does not accept this webhook\. /],
	['the portal has moved', () => portal.moveTo('https://new.example.com'), /has moved/],
	['no portal is there', () => portal.fault({ kind: 'html', status: 200 }), /^No usable answer came/],
])('tries nothing when %s', async (_what, spoil, words) => {
	spoil();
	await expect(checked(true)).rejects.toThrow(words);
	expect(portal.requests).toHaveLength(1);
});

it('a portal that repeats every word it hears learns nobody a secret', async () => {
	const echo = await openServer(async (request, response) => {
		const heard = `${request.url} ${request.headers.authorization} ${request.headers.host} ${await readBody(request)}`;
		const words = [heard, ...Object.values(parseStr(heard)).map(String)];
		response.setHeader('Content-Type', 'application/json');
		response.end(JSON.stringify({ result: words, error_description: heard, time: { date_start: heard } }));
	});
	const secrets = {
		webhook: 'a1b2c3d4e5f6g7h8',
		access: 'access.token/of+an=application',
		event: 'a.1|B2|c3.d4',
	};
	const environment = {
		BITRIX24_WEBHOOK: `${echo.origin}/rest/1/${secrets.webhook}/`,
		BITRIX24_ACCESS_TOKEN: secrets.access,
		BITRIX24_EVENT_TOKEN: secrets.event,
	};
	const written: string[] = [];
	const isRight = await checkPortal(readSettings(environment, true), (words) => written.push(words));
	await echo.close();
	expect(isRight).toBe(false);
	expect(written.join('')).toContain('DIFFERS');
	for (const secret of [...Object.values(secrets), new URL(echo.origin).host]) {
		expect(written.join('')).not.toContain(secret.slice(0, 12));
		expect(written.join('')).not.toContain(encodeURIComponent(secret).slice(0, 12));
	}
});
