import type { Answer } from '../http/client';
import { type Portal, startPortal } from '../portal';
import { asApplication } from '../rest/asApplication';

let portal: Portal;
let call: (method: string, params?: object) => Promise<Answer>;
beforeEach(async () => {
	portal = await startPortal();
	call = asApplication(portal);
});
afterEach(async () => await portal.stop());

const STEP = { CODE: 'my_step', HANDLER: 'https://n8n.example.com/webhook/1', NAME: 'My step' };
const add = async (params: object, kind = 'activity') => await call(`bizproc.${kind}.add`, params);
const refused = (error: string, error_description: string) => ({
	status: 400,
	data: { error, error_description },
});
const invalid = (text: string) => refused('ERROR_ACTIVITY_VALIDATION_FAILURE', text);
const WRONG_URL = refused('ERROR_WRONG_HANDLER_URL', 'Wrong handler URL');
const SAVE_ERROR = refused('ERROR_ACTIVITY_ADD_FAILURE', 'Activity save error!');

it.each(['robot', 'activity'])('keeps a whole %s and answers true', async (kind) => {
	const fields = {
		...{ HANDLER: STEP.HANDLER, NAME: { de: 'n8n fragen', en: 'Ask n8n' }, DESCRIPTION: 'Asks' },
		...{ AUTH_USER_ID: 1, USE_SUBSCRIPTION: 'Y', USE_PLACEMENT: 'Y' },
		PLACEMENT_HANDLER: 'https://n8n.example.com/settings',
		PROPERTIES: { text: { NAME: 'Text', TYPE: 'text', REQUIRED: 'Y', DEFAULT: 'hello' } },
		RETURN_PROPERTIES: { answer: { NAME: { en: 'Answer' }, TYPE: 'string', MULTIPLE: 'N' } },
		DOCUMENT_TYPE: ['crm', 'CCrmDocumentLead', 'LEAD'],
		FILTER: { INCLUDE: [['crm', 'CCrmDocumentDeal'], 'box'], EXCLUDE: ['b24', ['lists']] },
	};
	const { status, data } = await add({ CODE: 'Ask.n8n-1_', ...fields }, kind);
	expect([status, data.result]).toEqual([200, true]);
	expect(portal.registered()).toEqual([
		{ kind, code: 'Ask.n8n-1_', name: 'Ask n8n', handler: STEP.HANDLER, fields },
	]);
});

it('reads names of fields, and of what describes a property, in any case, and ignores unknown ones', async () => {
	const { CODE: code, HANDLER: Handler, NAME: name } = STEP;
	await add({ code, Handler, name, colour: 'red', Properties: { Key: { Name: 'K', type: 'int' } } });
	expect(portal.registered()[0].fields).toEqual({
		...{ HANDLER: Handler, NAME: name, AUTH_USER_ID: 0 },
		PROPERTIES: { Key: { NAME: 'K', TYPE: 'int' } },
	});
});

it('checks in the order of the portal', async () => {
	await add(STEP, 'robot');
	const wrong = {
		...{ CODE: '', HANDLER: 'nowhere', NAME: '', PROPERTIES: 'none', RETURN_PROPERTIES: { '1': {} } },
		...{ DOCUMENT_TYPE: 'deal', FILTER: 'all', USE_PLACEMENT: 'Y', PLACEMENT_HANDLER: 'ftp://a.b/' },
	};
	const cures: Array<[cured: object, next: object]> = [
		[{}, invalid('Empty activity code!')],
		[{ CODE: 'my step' }, invalid('Wrong activity code!')],
		[{ CODE: STEP.CODE }, WRONG_URL],
		[
			{ HANDLER: 'ftp://example.com/' },
			refused('ERROR_UNSUPPORTED_PROTOCOL', 'Unsupported handler protocol'),
		],
		[{ HANDLER: `https://example.com/${'x'.repeat(1000)}` }, invalid('Empty activity NAME!')],
		[{ NAME: 'A name' }, invalid('Wrong properties array!')],
		[{ PROPERTIES: { 'a-b': {} } }, invalid('Wrong property key (a-b)!')],
		[{ PROPERTIES: { ab: { TYPE: 'int' } } }, invalid('Empty property NAME (ab)!')],
		[{ PROPERTIES: { ab: { NAME: 'A' } } }, invalid('Wrong property key (1)!')],
		[{ RETURN_PROPERTIES: [] }, invalid('Wrong activity DOCUMENT_TYPE!')],
		[{ DOCUMENT_TYPE: ['a', 'b', 'c'] }, invalid('Wrong activity FILTER!')],
		[
			{ FILTER: { INCLUDE: [] } },
			refused('ERROR_ACTIVITY_ALREADY_INSTALLED', 'Activity or Robot already installed!'),
		],
		[{ CODE: 'another' }, refused('ERROR_UNSUPPORTED_PROTOCOL', 'Unsupported handler protocol')],
		[{ PLACEMENT_HANDLER: 'https://a.b/' }, SAVE_ERROR],
	];
	let params: object = wrong;
	for (const [cured, next] of cures) {
		params = { ...params, ...cured };
		expect(await add(params)).toMatchObject(next);
	}
	expect((await add({ ...params, HANDLER: STEP.HANDLER })).data.result).toBe(true);
	expect(await add({})).toMatchObject(invalid('Empty data!'));
});

it.each<[string, object, object]>([
	['a host without a dot', { HANDLER: 'http://localhost:5678/webhook/1' }, WRONG_URL],
	['a host that begins with a dot', { HANDLER: 'https://.example/webhook' }, WRONG_URL],
	['a dot only in the path', { HANDLER: 'https://n8n/webhook.json' }, WRONG_URL],
	['no handler', { HANDLER: undefined }, WRONG_URL],
	['a list of handlers', { HANDLER: [STEP.HANDLER] }, WRONG_URL],
	['a code with a bar', { CODE: 'a|b' }, invalid('Wrong activity code!')],
	['a list of codes', { CODE: ['a'] }, invalid('Wrong activity code!')],
	['no name', { NAME: undefined }, invalid('Empty activity NAME!')],
	['the name "0", which PHP calls empty', { NAME: '0' }, invalid('Empty activity NAME!')],
	['properties in a list', { PROPERTIES: [{ NAME: 'A' }] }, invalid('Wrong property key (0)!')],
	['a property that is a text', { PROPERTIES: { a: 'A' } }, invalid('Empty property NAME (a)!')],
	['a filter with another list', { FILTER: { ONLY: [] } }, invalid('Wrong activity FILTER!')],
	['a filter without lists', { FILTER: { INCLUDE: 'b24' } }, invalid('Wrong activity FILTER!')],
	['an unknown rule', { FILTER: { EXCLUDE: ['crm'] } }, invalid('Wrong activity FILTER!')],
	['a rule too long', { FILTER: { INCLUDE: [['a', 'b', 'c', 'd']] } }, invalid('Wrong activity FILTER!')],
	['half a document type', { DOCUMENT_TYPE: ['crm', 'Deal'] }, invalid('Wrong activity DOCUMENT_TYPE!')],
	['a placement without its handler', { USE_PLACEMENT: 'Y' }, WRONG_URL],
	['a code too long to be saved', { CODE: 'c'.repeat(129) }, SAVE_ERROR],
	['a handler too long to be saved', { HANDLER: `https://a.b/${'x'.repeat(989)}` }, SAVE_ERROR],
	['properties too long to be saved', { PROPERTIES: { a: { NAME: 'n'.repeat(65_535) } } }, SAVE_ERROR],
])('refuses %s and keeps nothing', async (_what, wrong, refusal) => {
	expect(await add({ ...STEP, ...wrong })).toMatchObject(refusal);
	expect(portal.registered()).toEqual([]);
});

it.each<[string, object]>([
	['an address in place of a host name', { HANDLER: 'http://127.0.0.1:5678/webhook/1' }],
	['user, port, query and fragment', { HANDLER: 'https://me@example.com:8443/a?b=c#d' }],
	['the longest code and handler', { CODE: 'c'.repeat(128), HANDLER: `https://a.b/${'x'.repeat(988)}` }],
	['empty and absent alike', { PROPERTIES: [], RETURN_PROPERTIES: null, DOCUMENT_TYPE: '', FILTER: [] }],
	['a placement handler nobody uses', { USE_PLACEMENT: 'N', PLACEMENT_HANDLER: 'nowhere' }],
])('accepts %s', async (_what, params) => {
	expect((await add({ ...STEP, ...params })).data.result).toBe(true);
});

it('looks at DOCUMENT_TYPE for activities only', async () => {
	expect((await add({ ...STEP, DOCUMENT_TYPE: 'deal' }, 'robot')).data.result).toBe(true);
});
