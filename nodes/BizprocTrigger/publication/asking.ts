import type { IHookFunctions } from 'n8n-workflow';
import { thisProcess } from '../../items/process';
import { callOne } from '../../portal/client';
import { registering } from './refusals';
import type { Ask } from './registration';

/** Longest wait for the portal's limits; n8n tries a failed publication again by itself. */
const MAX_WAIT_MS = 4_000;

/** Asks the portal while n8n publishes or unpublishes: one call at a time, as the application. */
export async function openAsk(context: IHookFunctions): Promise<Ask> {
	const options = {
		connection: await thisProcess.portals.connect(context, 'oAuth2'),
		lanes: 1,
		maxWaitMs: MAX_WAIT_MS,
		stopAtFirst: true,
	};
	return async (method, params, effect) =>
		await callOne({ method, params, workflow: '' }, { ...options, subject: { ...registering, effect } });
}
