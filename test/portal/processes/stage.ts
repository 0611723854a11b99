/* eslint-disable @n8n/community-nodes/no-restricted-imports */
import { setTimeout as sleep } from 'node:timers/promises';
import { startPortal, type TemplateStep } from '../portal';
import { asApplication } from '../rest/asApplication';
import { openHandler } from './recordingHandler';

/** A portal, a handler for its steps, and what an application does: register, log, send. */
export async function openStage() {
	const portal = await startPortal();
	const handler = await openHandler();
	const call = asApplication(portal);
	return {
		portal,
		handler,
		call,
		/** A robot whose handler is the one here. */
		register: async (CODE: string, fields: object = {}) =>
			await call('bizproc.robot.add', { CODE, HANDLER: handler.url, NAME: CODE, ...fields }),
		/** Starts a process of these steps, by default of the code `ask`; resolves to its id. */
		begin: async (...steps: Array<Partial<TemplateStep>>) => {
			const drawn = steps.map((step) => ({ kind: 'robot' as const, code: 'ask', ...step }));
			return (await portal.startProcess(portal.publishTemplate({ steps: drawn }))).workflowId;
		},
		send: async (EVENT_TOKEN: string, RETURN_VALUES: object = {}) =>
			await call('bizproc.event.send', { EVENT_TOKEN, RETURN_VALUES }),
		log: async (EVENT_TOKEN: string, LOG_MESSAGE: string) =>
			await call('bizproc.activity.log', { EVENT_TOKEN, LOG_MESSAGE }),
		close: async () => {
			await portal.stop();
			await handler.close();
		},
	};
}

export type Stage = Awaited<ReturnType<typeof openStage>>;

/** What a step declares to return where a test needs something returned. */
export const ANSWER = { RETURN_PROPERTIES: { Answer: { NAME: 'Answer' } } };

export async function until(isSo: () => boolean): Promise<void> {
	for (let left = 2000; !isSo(); left--) {
		if (left === 0) throw new Error('It never came to that');
		await sleep(5);
	}
}
