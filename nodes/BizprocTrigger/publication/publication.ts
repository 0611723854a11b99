import type { IHookFunctions } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';
import { sentence, type Words } from '../../portal/answers/connection';
import type { Failure } from '../../portal/answers/failure';
import { readMemberId } from '../../portal/wire/membership';
import { digest, isSameDigest } from '../digest';
import { forget, recall, remember } from '../memory';
import type { Place } from '../step/code';
import { readHandler } from '../step/handler';
import { findMistake } from '../step/mistakes';
import { readParameters } from '../step/parameters';
import { toStep, type Step } from '../step/step';
import { openAsk } from './asking';
import { registerStep, removeStep } from './registration';

/** Whether the portal holds this node's step just as the node is now. The portal cannot be asked; a fingerprint tells. */
export async function isRegistered(context: IHookFunctions): Promise<boolean> {
	const known = recall(context)?.fingerprint;
	const { step } = readStep(context);
	return known !== undefined && step !== undefined && isSameDigest(known, await fingerprint(context, step));
}

/** Registers the step. Throws with a sentence that tells all: n8n shows nothing but the message. */
export async function register(context: IHookFunctions): Promise<void> {
	const { step, mistake } = readStep(context);
	if (step === undefined) throw new NodeOperationError(context.getNode(), sentence(mistake));

	const { kind, code } = step;
	const memberId = await readMemberId(context);
	const known = recall(context);
	const isKnown = known?.kind === kind && known.code === code && known.memberId === memberId;
	const registration = { kind, code, isTest: isTest(context), memberId };
	// Before the portal is asked: if its answer is lost, the step may be there and has to be removed one day.
	remember(context, registration);

	const outcome = await registerStep(await openAsk(context), step, isKnown);
	if (!outcome.ok) throw new NodeOperationError(context.getNode(), wordsOf(outcome.failure));
	remember(context, { ...registration, fingerprint: await fingerprint(context, step) });
}

/**
 * n8n calls this in the same way when a workflow is unpublished, when a changed version of it is published, and after
 * each failed try to publish. A step that is to be kept is left alone here, so none of these can take it away.
 */
export async function unregister(context: IHookFunctions): Promise<boolean> {
	const known = recall(context);
	if (known === undefined) return true;
	const { kind, code, isTest: wasTest, memberId } = known;
	if (!wasTest && readParameters(context).whenUnpublished === 'keep') {
		// Without its fingerprint the next publication asks the portal again, which mends whatever was changed there.
		remember(context, { kind, code, isTest: wasTest, memberId });
		return true;
	}

	const outcome = await removeStep(await openAsk(context), kind, code);
	if (outcome.ok) {
		forget(context);
		return true;
	}
	const message = `The step could not be removed from Bitrix24. ${wordsOf(outcome.failure)}`;
	if (!wasTest) throw new NodeOperationError(context.getNode(), message);
	// A test has no place where n8n would show it.
	context.logger.warn(message);
	return false;
}

/** In the editor the mode tells; when a test ends, n8n gives the same mode as for an unpublished workflow. */
const isTest = (context: IHookFunctions): boolean =>
	context.getMode() === 'manual' || context.getActivationMode() === 'manual';

const placeOf = (context: IHookFunctions): Place => ({
	workflowId: String(context.getWorkflow().id),
	nodeId: context.getNode().id,
	isTest: isTest(context),
});

type StepOrMistake = { step: Step; mistake?: undefined } | { step?: undefined; mistake: Words };

function readStep(context: IHookFunctions): StepOrMistake {
	const parameters = readParameters(context);
	const { address, mistake } = readHandler(context);
	const found = findMistake(parameters) ?? mistake;
	if (found !== undefined) return { mistake: found };
	return { step: toStep(parameters, address!, placeOf(context)) };
}

/** Of the step, the portal and the credential: if one of them is another, the portal does not hold what it should. */
async function fingerprint(context: IHookFunctions, step: Step): Promise<string> {
	const credential = context.getNode().credentials?.bitrix24OAuth2Api?.id;
	return digest(JSON.stringify([step, await readMemberId(context), credential]));
}

function wordsOf({ happened, nextStep, kind, portalMessage }: Failure): string {
	const quoted = kind === 'rejected' && portalMessage ? ` Bitrix24 says: "${portalMessage}".` : '';
	return `${happened}. ${nextStep}${quoted}`.trim();
}
