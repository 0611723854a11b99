import type { IHookFunctions, WorkflowActivateMode } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';
import { sentence, type Words } from '../../portal/answers/connection';
import { readApplication, readPortal } from '../application';
import { digest, isSameDigest } from '../digest';
import { isSameStep, lapsed, recall, remember, withoutOwn, withOwn } from '../memory';
import { readPlace } from '../step/code';
import { readHandler } from '../step/handler';
import { findMistake } from '../step/mistakes';
import { doubtOf } from '../step/privateAddress';
import { readParameters } from '../step/parameters';
import { toStep, type Step } from '../step/step';
import { openAsk } from './asking';
import { taken, wordsOf } from './refusals';
import { ALREADY_THERE, registerStep } from './registration';

/** Whether the portal holds this node's step just as the node is now. The portal cannot be asked; a fingerprint tells. */
export async function isRegistered(context: IHookFunctions): Promise<boolean> {
	const { fingerprint: known, addressDigest } = recall(context).current ?? {};
	const { step } = readStep(context);
	if (known === undefined || step === undefined) return false;
	if (!isSameDigest(known, await fingerprint(context, step))) return false;
	return addressDigest === addressOf(step) || staysAtItsAddress(context, step);
}

/**
 * An n8n that starts at another address may be a copy, made from a backup. Were it to put its own address into the
 * portal, the first one would be started no more; so that takes somebody who publishes.
 */
function staysAtItsAddress(context: IHookFunctions, { code }: Step): boolean {
	if (!STARTS.includes(context.getActivationMode())) return false;
	context.logger.warn(
		`Bitrix24 still posts the step "${code}" to the address that n8n had before. If n8n has moved, unpublish the workflow and publish it again. If this n8n is a copy, leave it as it is: the first one goes on being started.`,
		{ workflowId: context.getWorkflow().id },
	);
	return true;
}

const STARTS: WorkflowActivateMode[] = ['init', 'leadershipChange'];

/** Registers the step. Throws with a sentence that tells all: n8n shows nothing but the message. */
export async function register(context: IHookFunctions): Promise<void> {
	const { step, mistake } = readStep(context);
	if (step === undefined) throw new NodeOperationError(context.getNode(), sentence(mistake));
	await lookAtAddress(context, step);

	const memory = recall(context);
	const { kind, code } = step;
	const known = { kind, code, ...(await readApplication(context)) };
	const current = { ...known, isTest: isTest(context) };
	// What a test leaves behind is removed afterwards, also when nobody knows whether it came to be there.
	if (current.isTest) remember(context, { current });

	const wasDoubtful = memory.doubtful !== undefined && isSameStep(memory.doubtful, known);
	const { code: chosen, takeOverExistingStep } = readParameters(context);
	const { outcome, ours, isDoubtful } = await registerStep(await openAsk(context), step, {
		ours: memory.own.find((one) => isSameStep(one, known))?.kind,
		// The code of a test is this node's alone, and so is one that n8n has made.
		mayTakeOver: takeOverExistingStep || current.isTest || (wasDoubtful && chosen === ''),
	});

	const own = ours === undefined ? withoutOwn(memory, known) : withOwn(memory, { ...known, kind: ours });
	if (outcome.ok) {
		const confirmed = {
			...current,
			fingerprint: await fingerprint(context, step),
			addressDigest: addressOf(step),
		};
		remember(context, { own, current: confirmed, doubtful: undefined });
		return;
	}
	const { failure } = outcome;
	remember(context, {
		own,
		current: current.isTest ? current : lapsed(memory.current),
		doubtful: isDoubtful ? known : memory.doubtful,
	});
	const isTaken = failure.code === ALREADY_THERE;
	const words = isTaken ? sentence(taken(code, isDoubtful || wasDoubtful)) : wordsOf(failure);
	throw new NodeOperationError(context.getNode(), words);
}

/** Throws for an address that Bitrix24 cannot reach. */
async function lookAtAddress(context: IHookFunctions, { fields }: Step): Promise<void> {
	const portal = await readPortal(context);
	const { mistake, warning } = (portal && doubtOf(new URL(String(fields.HANDLER)), new URL(portal))) || {};
	if (mistake) throw new NodeOperationError(context.getNode(), sentence(mistake));
	if (warning) context.logger.warn(warning, { workflowId: context.getWorkflow().id });
}

/** In the editor the mode tells; when a test ends, n8n gives the same mode as for an unpublished workflow. */
const isTest = (context: IHookFunctions): boolean =>
	context.getMode() === 'manual' || context.getActivationMode() === 'manual';

type StepOrMistake = { step: Step; mistake?: undefined } | { step?: undefined; mistake: Words };

function readStep(context: IHookFunctions): StepOrMistake {
	const parameters = readParameters(context);
	const { address, mistake } = readHandler(context);
	const found = findMistake(parameters) ?? mistake;
	if (found !== undefined) return { mistake: found };
	return { step: toStep(parameters, address!, readPlace(context, isTest(context))) };
}

const addressOf = ({ fields }: Step): string => digest(String(fields.HANDLER));

/** Of the step but its address, of the portal, the application and the credential: if one of them is another, the portal does not hold what it should. */
async function fingerprint(context: IHookFunctions, { kind, code, fields }: Step): Promise<string> {
	const { memberId, clientDigest } = await readApplication(context);
	const credential = context.getNode().credentials?.bitrix24OAuth2Api?.id;
	return digest(JSON.stringify([kind, code, { ...fields, HANDLER: '' }, memberId, clientDigest, credential]));
}
