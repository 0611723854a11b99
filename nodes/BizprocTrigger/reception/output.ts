import type { IDataObject } from 'n8n-workflow';
import type { Param } from '../../portal/command';
import type { Call } from './call';
import type { StepParameters } from '../step/parameters';
import { toProperties } from './properties';

/** What a process hands over to n8n when it reaches the step. No key of the portal's is in it but the event token. */
export function toOutput(
	{ form, auth, memberId }: Call,
	{ properties, returnProperties }: Pick<StepParameters, 'properties' | 'returnProperties'>,
): IDataObject {
	return {
		eventToken: textOf(form.event_token),
		workflowId: textOf(form.workflow_id),
		code: textOf(form.code),
		documentId: textsOf(form.document_id),
		documentType: textsOf(form.document_type),
		properties: toProperties(form.properties, properties),
		// For whoever fills in what Send Result hands back.
		returnKeys: returnProperties.map(({ key }) => key),
		waitsForResult: form.use_subscription === 'Y',
		timeoutSeconds: Number(form.timeout_duration) || 0,
		sentAt: toIso(Number(form.ts)),
		// No user: the step was registered without one, and the portal says 0 or nothing.
		userId: Number(auth.user_id) || null,
		portal: { domain: textOf(auth.domain), memberId },
	};
}

const textOf = (value: Param | undefined): string => (typeof value === 'string' ? value : '');

/** PHP may send a list with numbers as keys, in their order. */
const textsOf = (value: Param | undefined): string[] =>
	typeof value === 'object' ? Object.values(value).map(textOf) : [];

function toIso(unixSeconds: number): string | null {
	const date = new Date(unixSeconds * 1000);
	return unixSeconds > 0 && !Number.isNaN(date.getTime()) ? date.toISOString() : null;
}
