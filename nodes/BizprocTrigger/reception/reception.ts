import type { IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';
import { readForm } from '../../portal/wire/form';
import { readMemberId } from '../../portal/wire/membership';
import { recall, remember, type Registration } from '../memory';
import { codeOf } from '../step/code';
import { readParameters, type StepParameters } from '../step/parameters';
import { readCall, type Call } from './call';
import { toOutput } from './output';

/**
 * Takes a post of the portal, or turns it away. The answer is written here and at once: the portal reads nothing but
 * its status and never posts again, and n8n saves what is remembered only if the node answers itself.
 */
export async function receive(context: IWebhookFunctions): Promise<IWebhookResponseData> {
	const parameters = readParameters(context);
	const code = codeNow(context, parameters);
	const known = recall(context);
	// n8n's own reading of the form is flat and ends after 1,000 fields.
	const body = context.getRequestObject().rawBody as Buffer | undefined;
	const { call, refusal } = readCall(readForm(body?.toString('utf8') ?? ''), {
		code,
		memberId: (await readMemberId(context)) ?? known?.memberId,
		applicationTokenDigest: known?.applicationTokenDigest,
	});

	if (call === undefined) {
		context.logger.warn(`A post to the step of "${context.getNode().name}" was turned away: ${refusal}`, {
			workflowId: context.getWorkflow().id,
		});
		context.getResponseObject().status(403).type('text/plain').send('Not accepted');
		return { noWebhookResponse: true };
	}

	rememberSender(context, call, { kind: parameters.kind, code });
	context.getResponseObject().status(200).type('text/plain').send('Accepted');
	return {
		noWebhookResponse: true,
		workflowData: [[{ json: toOutput(call, parameters.properties) }]],
	};
}

const codeNow = (context: IWebhookFunctions, { code }: StepParameters): string =>
	codeOf(code, {
		workflowId: String(context.getWorkflow().id),
		nodeId: context.getNode().id,
		isTest: context.getMode() === 'manual',
	});

/** Whoever posts first after a registration is the one to post from then on. */
function rememberSender(
	context: IWebhookFunctions,
	{ memberId, applicationTokenDigest }: Call,
	step: Pick<Registration, 'kind' | 'code'>,
): void {
	const known = recall(context);
	if (known?.memberId !== undefined && known.applicationTokenDigest !== undefined) return;
	const isTest = context.getMode() === 'manual';
	remember(context, { ...step, isTest, ...known, memberId, applicationTokenDigest });
}
