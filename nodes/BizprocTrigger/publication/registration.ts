import type { Outcome, Param } from '../../portal/command';
import type { Step, StepKind } from '../step/step';

/** Asks the portal one thing. */
export type Ask = (method: string, params: Record<string, Param>) => Promise<Outcome>;

/** The portal holds the code already, for a robot or an activity: both share one set of codes. */
const ALREADY_THERE = 'ERROR_ACTIVITY_ALREADY_INSTALLED';
/** The portal holds no step of this kind under the code. */
const NOT_THERE = 'ERROR_ACTIVITY_NOT_FOUND';

/**
 * Sees to it that the portal holds the step as it is here, whatever it held before.
 * @param isKnown it was registered before: then it is updated first, else added first
 * @see https://apidocs.bitrix24.com/api-reference/bizproc/bizproc-robot/bizproc-robot-add.html
 */
export async function registerStep(ask: Ask, step: Step, isKnown: boolean): Promise<Outcome> {
	const { kind, code, fields } = step;
	const add = async () => await ask(`bizproc.${kind}.add`, { CODE: code, ...declared(fields) });
	const update = async () => await ask(`bizproc.${kind}.update`, { CODE: code, FIELDS: fields });

	for (const attempt of isKnown ? [update, add] : [add, update]) {
		const outcome = await attempt();
		if (codeOfRefusal(outcome) !== ALREADY_THERE && codeOfRefusal(outcome) !== NOT_THERE) return outcome;
	}
	// Neither to be added nor to be updated: the code belongs to a step of the other kind.
	const removed = await removeStep(ask, kind === 'robot' ? 'activity' : 'robot', code);
	return removed.ok ? await add() : removed;
}

/** Takes the step away; one that is not there is a success. */
export async function removeStep(ask: Ask, kind: StepKind, code: string): Promise<Outcome> {
	const outcome = await ask(`bizproc.${kind}.delete`, { CODE: code });
	return codeOfRefusal(outcome) === NOT_THERE ? { ok: true, result: true } : outcome;
}

/** A new step leaves the choice to the template by not naming it; only an update has to, to undo an earlier one. */
function declared({ USE_SUBSCRIPTION, ...others }: Step['fields']): Step['fields'] {
	return USE_SUBSCRIPTION === '' ? others : { ...others, USE_SUBSCRIPTION };
}

const codeOfRefusal = (outcome: Outcome): string | undefined =>
	outcome.ok ? undefined : outcome.failure.code;
