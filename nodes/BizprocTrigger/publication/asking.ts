import type { IHookFunctions } from 'n8n-workflow';
import { callOne } from '../../portal/portal';
import { openTransport } from '../../portal/wire/transport';
import { registering } from './refusals';
import type { Ask } from './registration';

/** Longest wait for the portal's limits; n8n tries a failed publication again by itself. */
const MAX_WAIT_MS = 10_000;

/** Asks the portal while n8n publishes or unpublishes: one call at a time, as the application. */
export async function openAsk(context: IHookFunctions): Promise<Ask> {
	const options = {
		transport: await openTransport(context, 'oAuth2'),
		lanes: 1,
		maxWaitMs: MAX_WAIT_MS,
		stopAtFirst: true,
		subject: registering,
	};
	return async (method, params) => await callOne({ item: 0, method, params, workflow: '' }, options);
}
