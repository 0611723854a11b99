import type { IDataObject } from 'n8n-workflow';
import { openStage, type Stage } from '../stage';
import type { Publishing } from './publication';
import { openTriggerServer, type TriggerServer } from './server';

/** A portal with an OAuth2 credential connected to it, and an n8n whose address it can reach. */
export interface TriggerStage extends Stage {
	n8n: TriggerServer;
	/** Methods that the portal was asked for, in order, without `bizproc.`. */
	asked(): string[];
	/** Closes that too when the stage closes, however the test ends. */
	closing<T extends { close(): Promise<void> }>(opened: T): T;
}

export async function openTriggerStage(publishing: Publishing = 'in a queue'): Promise<TriggerStage> {
	const stage = await openStage();
	const n8n = await openTriggerServer(stage.engine, publishing);
	const opened: Array<{ close(): Promise<void> }> = [n8n, stage];
	return {
		...stage,
		n8n,
		asked: () => stage.portal.requests.map(({ method }) => method.replace('bizproc.', '')),
		closing: (one) => {
			opened.push(one);
			return one;
		},
		close: async () => {
			for (const one of opened) await one.close();
		},
	};
}

/** Posts a form as the portal's queue servers do. Resolves to the status. */
export async function post(address: string, form: string | Record<string, string>): Promise<number> {
	const body = typeof form === 'string' ? form : new URLSearchParams(form).toString();
	const headers = { 'Content-Type': 'application/x-www-form-urlencoded' };
	return (await fetch(address, { method: 'POST', body, headers })).status;
}

/** What the portal posts at the least. */
export const formOf = ({ portal }: Stage, code: string): Record<string, string> => ({
	workflow_id: '664fa13bbbb410.99176768',
	code,
	'document_id[0]': 'crm',
	'document_id[1]': 'CCrmDocumentDeal',
	'document_id[2]': 'DEAL_15',
	event_token: 'w|a|e.s',
	use_subscription: 'Y',
	ts: '1716494651',
	'auth[domain]': 'portal.example',
	'auth[member_id]': portal.memberId,
	'auth[application_token]': portal.applicationToken,
});

/** Somebody removes a step in the portal, or puts the application in anew. */
export async function removeByHand({ portal }: Stage, code: string): Promise<void> {
	const { access_token } = portal.oauth.issueTokens();
	await fetch(`${portal.url}/rest/bizproc.robot.delete`, {
		method: 'POST',
		headers: { 'Content-Type': 'application/json' },
		body: JSON.stringify({ CODE: code, auth: access_token }),
	});
}

export const fields = (...field: IDataObject[]): IDataObject => ({ field });
