import type { Answer } from '../http/client';
import { type Portal, startPortal } from '../portal';
import { asApplication } from '../rest/asApplication';

let portal: Portal;
let call: (method: string, params?: object) => Promise<Answer>;
beforeEach(async () => {
	portal = await startPortal();
	call = asApplication(portal);
	await call('bizproc.robot.add', { CODE: 'step', HANDLER, NAME: 'Old', FILTER: { INCLUDE: ['b24'] } });
});
afterEach(async () => await portal.stop());

const HANDLER = 'https://n8n.example.com/webhook/1';
const update = async (FIELDS: unknown, CODE: unknown = 'step') =>
	await call('bizproc.robot.update', { CODE, FIELDS });
const refused = (error: string, error_description: string) => ({
	status: 400,
	data: { error, error_description },
});
const invalid = (text: string) => refused('ERROR_ACTIVITY_VALIDATION_FAILURE', text);
const NOT_FOUND = refused('ERROR_ACTIVITY_NOT_FOUND', 'Activity or Robot not found!');
const NO_FIELDS = invalid('No fields to update');

it('changes what it is given and leaves the rest', async () => {
	const next = 'https://n8n.example.com/webhook/2';
	const { data } = await update({ handler: next, PROPERTIES: { a: { name: 'A' } }, COLOUR: 'red' });
	expect(data.result).toBe(true);
	expect(portal.registered()).toEqual([
		{
			...{ kind: 'robot', code: 'step', name: 'Old', handler: next },
			fields: {
				...{ HANDLER: next, NAME: 'Old', AUTH_USER_ID: 0, FILTER: { INCLUDE: ['b24'] } },
				PROPERTIES: { a: { NAME: 'A' } },
			},
		},
	]);
});

it.each<[string, object]>([
	['FILTER', { FILTER: '' }],
	['DOCUMENT_TYPE', { DOCUMENT_TYPE: [] }],
])('clears %s when it is empty', async (name, fields) => {
	await update({ DOCUMENT_TYPE: ['crm', 'CCrmDocumentDeal', 'DEAL'] });
	expect(portal.registered()[0].fields[name]).toBeDefined();
	await update(fields);
	expect(portal.registered()[0].fields[name]).toBeUndefined();
});

it('checks in the order of the portal: code, whether it exists, fields', async () => {
	expect(await update('', '')).toMatchObject(invalid('Empty activity code!'));
	expect(await update('', 'a b')).toMatchObject(invalid('Wrong activity code!'));
	expect(await update('', 'another')).toMatchObject(NOT_FOUND);
	expect(await update('')).toMatchObject(NO_FIELDS);
});

it.each<[string, unknown]>([
	['none', undefined],
	['a text', 'NAME'],
	['unknown ones only', { COLOUR: 'red' }],
	['an empty name', { NAME: '' }],
	['a placement handler alone', { PLACEMENT_HANDLER: HANDLER }],
])('finds nothing to update in %s', async (_what, fields) => {
	expect(await update(fields)).toMatchObject(NO_FIELDS);
});

it.each<[string, object, object]>([
	['handler', { HANDLER: 'http://localhost/' }, refused('ERROR_WRONG_HANDLER_URL', 'Wrong handler URL')],
	['placement', { USE_PLACEMENT: 'Y' }, refused('ERROR_WRONG_HANDLER_URL', 'Wrong handler URL')],
	['properties', { PROPERTIES: { '1': {} } }, invalid('Wrong property key (1)!')],
	['return properties', { RETURN_PROPERTIES: { a: {} } }, invalid('Empty property NAME (a)!')],
	['filter', { FILTER: 'all' }, invalid('Wrong activity FILTER!')],
])('refuses a wrong %s and changes nothing', async (_what, wrong, refusal) => {
	expect(await update({ NAME: 'New', ...wrong })).toMatchObject(refusal);
	expect(portal.registered()[0].name).toBe('Old');
});

describe('one space of codes for two kinds of steps', () => {
	it.each(['robot', 'activity'])('the code of a robot is taken for a new %s', async (kind) => {
		const again = { CODE: 'step', HANDLER, NAME: 'Again' };
		expect(await call(`bizproc.${kind}.add`, again)).toMatchObject(
			refused('ERROR_ACTIVITY_ALREADY_INSTALLED', 'Activity or Robot already installed!'),
		);
	});

	it('but a robot is not found as an activity', async () => {
		const asActivity = { CODE: 'step', FIELDS: { NAME: 'New' } };
		expect(await call('bizproc.activity.update', asActivity)).toMatchObject(NOT_FOUND);
		expect(await call('bizproc.activity.delete', { CODE: 'step' })).toMatchObject(NOT_FOUND);
		expect(portal.registered()).toMatchObject([{ kind: 'robot', name: 'Old' }]);
	});

	it('and each list has its own kind only', async () => {
		await call('bizproc.activity.add', { CODE: 'STEP', HANDLER, NAME: 'Other case, other code' });
		expect((await call('bizproc.robot.list')).data.result).toEqual(['step']);
		expect((await call('bizproc.activity.list')).data.result).toEqual(['STEP']);
	});
});

it('deletes once', async () => {
	expect((await call('bizproc.robot.delete', { code: 'step' })).data.result).toBe(true);
	expect((await call('bizproc.robot.list')).data.result).toEqual([]);
	expect(await call('bizproc.robot.delete', { CODE: 'step' })).toMatchObject(NOT_FOUND);
	expect(await call('bizproc.robot.delete')).toMatchObject(invalid('Empty activity code!'));
});
