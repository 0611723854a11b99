import { activityLog } from '../bizproc/activityLog';
import { eventSend } from '../bizproc/eventSend';
import type { Desk } from '../desk';
import { isEmpty } from '../php/truth';
import { registrationMethods } from '../registration/methods';
import { APPLICATION_REQUIRED } from './errors';
import type { Method } from './method';
import { isoSeconds } from './time';

/** The scopes a portal has: those this one can grant, and a few it cannot. */
const ALL_SCOPES = ['bizproc', 'crm', 'task', 'user'];

const open = (run: (desk: Desk, params: Record<string, unknown>) => unknown): Method => ({
	prepare: (desk, params) => ({ run: () => run(desk, params) }),
});

/** Every method there is; a name that is not here is refused as the portal refuses it. `batch` is handled at the door. */
export const METHODS: ReadonlyMap<string, Method> = new Map(
	Object.entries<Method>({
		'bizproc.activity.log': { scope: 'bizproc', prepare: activityLog },
		'bizproc.event.send': { scope: 'bizproc', prepare: eventSend },
		...registrationMethods('activity'),
		...registrationMethods('robot'),
		batch: open(() => null),
		scope: open(({ rules }, { full }) => (isEmpty(full) ? rules.scope : ALL_SCOPES)),
		profile: open(({ rules }) => ({
			ID: '1',
			ADMIN: rules.admin,
			NAME: 'Anna',
			LAST_NAME: 'Keller',
			PERSONAL_GENDER: '',
			TIME_ZONE: '',
		})),
		'server.time': open(({ rules }) => isoSeconds(Date.now(), rules.zone)),
		'method.get': open((desk, { name }) => availability(desk, name)),
		methods: open((desk, { full }) =>
			[...METHODS.keys()].filter((name) =>
				isEmpty(full) ? availability(desk, name).isAvailable : exists(desk, name),
			),
		),
		'app.info': {
			prepare: (desk, _params, caller) => {
				if (caller === 'webhook') throw APPLICATION_REQUIRED;
				return { run: () => applicationInfo(desk) };
			},
		},
	}),
);

/** https://apidocs.bitrix24.com/api-reference/common/system/method-get.html; the parameter is lower case only. */
function availability(desk: Desk, name: unknown): { isExisting: boolean; isAvailable: boolean } {
	const isExisting = typeof name === 'string' && exists(desk, name);
	const scope = isExisting ? METHODS.get(name.toLowerCase())!.scope : undefined;
	return { isExisting, isAvailable: isExisting && (!scope || desk.rules.scope.includes(scope)) };
}

function exists({ rules }: Desk, name: string): boolean {
	const method = METHODS.get(name.toLowerCase());
	return method !== undefined && (method.scope !== 'bizproc' || rules.tariff.bizproc !== false);
}

/** https://apidocs.bitrix24.com/api-reference/common/system/app-info.html */
function applicationInfo({ tokens }: Desk): Record<string, unknown> {
	return {
		ID: 1,
		CODE: tokens.application.clientId,
		VERSION: 1,
		STATUS: 'L',
		INSTALLED: true,
		PAYMENT_EXPIRED: 'N',
		DAYS: null,
		LANGUAGE_ID: 'en',
		LICENSE: 'en_basic',
	};
}
