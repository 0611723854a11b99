import { post } from '../http/client';
import { type Portal, startPortal } from '../portal';
import { asApplication } from '../rest/asApplication';

let portal: Portal;
beforeEach(async () => {
	portal = await startPortal();
});
afterEach(async () => await portal.stop());

const METHODS = ['robot', 'activity'].flatMap((kind) =>
	['add', 'update', 'delete', 'list'].map((verb) => `bizproc.${kind}.${verb}`),
);

it.each(METHODS)('%s needs an application, before it needs an administrator', async (method) => {
	portal.setLimits({ admin: false });
	expect(await post(`${portal.webhookUrl}${method}`)).toMatchObject({
		status: 403,
		data: {
			error: 'ACCESS_DENIED',
			error_description: 'Access denied! Application context required',
		},
	});
});

it.each(METHODS)('%s needs an administrator, before anything is looked at', async (method) => {
	portal.setLimits({ admin: false });
	expect(await asApplication(portal)(method)).toMatchObject({
		status: 403,
		data: { error: 'ACCESS_DENIED', error_description: 'Access denied!' },
	});
});

it.each(METHODS)('%s needs the scope bizproc and business processes in the tariff', async (method) => {
	const call = asApplication(portal);
	const availability = async () => (await call('method.get', { name: method })).data.result;
	expect(await availability()).toEqual({ isExisting: true, isAvailable: true });
	expect((await call('methods')).data.result).toContain(method);
	portal.setLimits({ scope: ['crm'] });
	expect((await call(method)).data.error).toBe('insufficient_scope');
	expect(await availability()).toEqual({ isExisting: true, isAvailable: false });
	portal.setLimits({ tariff: { bizproc: false } });
	expect((await call(method)).data.error).toBe('ERROR_METHOD_NOT_FOUND');
	expect(await availability()).toEqual({ isExisting: false, isAvailable: false });
});

it('tells in the profile whether the user is an administrator', async () => {
	const profile = async () => (await asApplication(portal)('profile')).data.result;
	expect(await profile()).toMatchObject({ ADMIN: true });
	portal.setLimits({ admin: false });
	expect(await profile()).toMatchObject({ ADMIN: false });
});
