import type { IHookFunctions } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';
import { isSameApplication, readApplication } from '../application';
import { isSameStep, lapsed, recall, remember, withoutOwn } from '../memory';
import { readParameters } from '../step/parameters';
import { openAsk } from './asking';
import { wordsOf } from './refusals';
import { removeStep } from './registration';

/**
 * n8n calls this in the same way when a workflow is unpublished, when a changed version of it is published, and after
 * each failed try to publish. A step that is to be kept is left alone here, so none of these can take it away; and
 * nothing is removed but what this node has put there itself.
 */
export async function unregister(context: IHookFunctions): Promise<boolean> {
	const memory = recall(context);
	const { current } = memory;
	if (current === undefined) return true;
	if (!current.isTest && readParameters(context).whenUnpublished === 'keep') {
		remember(context, { current: lapsed(current) });
		return true;
	}
	const { kind, code, isTest } = current;
	const isOwn = isTest || memory.own.some((one) => one.kind === kind && isSameStep(one, current));
	const isElsewhere = !isSameApplication(current, await readApplication(context));
	if (!isOwn || isElsewhere) {
		if (isElsewhere)
			context.logger.warn(`The step "${code}" stays in the portal that the credential had before`);
		remember(context, { current: undefined });
		return true;
	}

	const outcome = await removeStep(await openAsk(context), kind, code);
	if (outcome.ok) {
		remember(context, { own: withoutOwn(memory, current), current: undefined });
		return true;
	}
	const message = `The step could not be removed from Bitrix24. ${wordsOf(outcome.failure)}`;
	if (!isTest) throw new NodeOperationError(context.getNode(), message);
	// A test has no place where n8n would show it.
	context.logger.warn(message);
	return false;
}
