import type { IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';
import { readForm } from '../../portal/wire/form';
import { readApplication } from '../application';
import { recall, remember, withOwn, type KnownStep } from '../memory';
import { codeOf, readPlace } from '../step/code';
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
	const known = recall(context).current;
	const application = await readApplication(context);
	// n8n's own reading of the form is flat and ends after 1,000 fields.
	const body = context.getRequestObject().rawBody as Buffer | undefined;
	const { call, refusal } = readCall(readForm(body?.toString('utf8') ?? ''), {
		code,
		memberId: application.memberId ?? known?.memberId,
		applicationTokenDigest: known?.applicationTokenDigest,
	});

	if (call === undefined) {
		context.logger.warn(`A post to the step of "${context.getNode().name}" was turned away: ${refusal}`, {
			workflowId: context.getWorkflow().id,
		});
		context.getResponseObject().status(403).type('text/plain').send('Not accepted');
		return { noWebhookResponse: true };
	}

	rememberSender(context, call, { kind: parameters.kind, code, ...application });
	context.getResponseObject().status(200).type('text/plain').send('Accepted');
	return {
		noWebhookResponse: true,
		workflowData: [[{ json: toOutput(call, parameters) }]],
	};
}

const codeNow = (context: IWebhookFunctions, { code }: StepParameters): string =>
	codeOf(code, readPlace(context, context.getMode() === 'manual'));

/**
 * Whoever posts first after a registration is the one to post from then on. What is posted to this node's own address
 * is this node's own step, even if all that was known of it is lost.
 */
function rememberSender(
	context: IWebhookFunctions,
	{ memberId, applicationTokenDigest }: Call,
	posted: KnownStep,
): void {
	const memory = recall(context);
	const { current } = memory;
	if (current?.memberId !== undefined && current.applicationTokenDigest !== undefined) return;
	const isTest = context.getMode() === 'manual';
	const step = { ...posted, isTest, ...current, memberId, applicationTokenDigest };
	remember(context, { own: withOwn(memory, step), current: step });
}
