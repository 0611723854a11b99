import { connectionRefusal, NOT_BITRIX24, sentence } from '../../nodes/portal/answers/connection';
import type { Seen } from './asking';
import type { Need } from './claim';
import { compare, isBoolean, isTexts } from './expectations';
import type { Parties } from './parties';
import type { Settings } from './settings';

/** What the portal lets this check do. */
export interface Access {
	/** Of the webhook. */
	scope: string[];
	/** Why claims with such a need cannot be tried; nothing for those that can. */
	obstacles: Partial<Record<Need, string>>;
}

/** Asks the portal what may be asked. @throws an Error with a sentence if nothing may */
export async function readAccess(parties: Parties, settings: Settings): Promise<Access> {
	const granted = await parties.webhook('scope');
	if (!agrees({ result: isTexts }, granted)) throw new Error(reasonOf(granted));
	const scope = granted.result as string[];
	const processes = await obstacleToProcesses(parties);
	const application = await obstacleToApplication(parties, settings);
	return {
		scope,
		obstacles: {
			processes,
			eventToken: settings.eventToken ? processes : 'needs BITRIX24_EVENT_TOKEN',
			application,
			steps: application ?? (await obstacleToSteps(parties, settings)),
		},
	};
}

const agrees = (expected: object, seen: Seen): boolean =>
	compare(expected, seen).every(({ wanted }) => wanted === undefined);

function reasonOf({ status, error }: Seen): string {
	if (status >= 300 && status < 400) return 'The portal has moved: use its new address.';
	return sentence(connectionRefusal(String(error)) ?? NOT_BITRIX24);
}

async function obstacleToProcesses({ webhook }: Parties): Promise<string | undefined> {
	const seen = await webhook('method.get', { name: 'bizproc.activity.log' });
	if (!agrees({ result: { isExisting: isBoolean, isAvailable: isBoolean } }, seen)) {
		return 'the portal does not say whether it has business processes';
	}
	const { isExisting, isAvailable } = seen.result as Record<string, boolean>;
	if (!isExisting) return 'this portal has no business processes';
	return isAvailable ? undefined : 'the webhook lacks the permission bizproc';
}

async function obstacleToApplication(
	{ application }: Parties,
	{ accessToken }: Settings,
): Promise<string | undefined> {
	if (accessToken === undefined) return 'needs BITRIX24_ACCESS_TOKEN';
	const { error } = await application('scope');
	return error === undefined ? undefined : `the access token was refused (${String(error)})`;
}

async function obstacleToSteps(
	{ application }: Parties,
	{ mayCreate }: Settings,
): Promise<string | undefined> {
	const { error } = await application('bizproc.robot.list');
	if (error !== undefined) return `steps may not be registered (${String(error)})`;
	return mayCreate ? undefined : 'would create steps: needs --yes';
}
