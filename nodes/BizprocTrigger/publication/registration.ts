import type { Effect } from '../../portal/answers/subject';
import type { Outcome, Param } from '../../portal/command';
import type { Step, StepKind } from '../step/step';

/** Asks the portal one thing. After a lost answer it asks again, unless it must happen once. */
export type Ask = (method: string, params: Record<string, Param>, effect: Effect) => Promise<Outcome>;

/** What this node may do with a step that the portal holds under the code. */
export interface Standing {
	/** The kind of the step that it has put there itself. */
	ours?: StepKind;
	/** Whosoever it is, it may be replaced. */
	mayTakeOver: boolean;
}

export interface Registered {
	outcome: Outcome;
	/** The kind of the step under the code that is now this node's; nothing if none is. */
	ours?: StepKind;
	/** The answer was lost when it was to be put there, so it may be this node's. */
	isDoubtful?: boolean;
}

/** The portal holds the code already, for a robot or an activity: both share one set of codes. */
export const ALREADY_THERE = 'ERROR_ACTIVITY_ALREADY_INSTALLED';
/** The portal holds no step of this kind under the code. */
const NOT_THERE = 'ERROR_ACTIVITY_NOT_FOUND';

/**
 * Sees to it that the portal holds the step as it is here, unless somebody else's stands there: that one is left as
 * it is. The portal cannot be asked whose a step is, or what it is like.
 * @see https://apidocs.bitrix24.com/api-reference/bizproc/bizproc-robot/bizproc-robot-add.html
 */
export async function registerStep(ask: Ask, step: Step, standing: Standing): Promise<Registered> {
	const { ours, mayTakeOver } = standing;
	if (ours === step.kind) {
		const outcome = await update(ask, step);
		if (!saysNotThere(outcome)) return { outcome, ours };
		// Somebody has taken it away.
		return await put(ask, step, { mayTakeOver }, false);
	}
	if (mayTakeOver) return await put(ask, step, standing, undefined);
	const listed = await list(ask, step.kind);
	if (!listed.ok && !isLost(listed)) return { outcome: listed, ours };
	return await put(ask, step, standing, holds(listed, step.code));
}

async function put(
	ask: Ask,
	step: Step,
	standing: Standing,
	wasHeld: boolean | undefined,
): Promise<Registered> {
	const { kind, code } = step;
	const { ours, mayTakeOver } = standing;
	const added = await add(ask, step, wasHeld);
	if (!saysAlreadyThere(added.outcome)) return { ...added, ours: added.outcome.ok ? kind : ours };
	if (mayTakeOver) {
		const outcome = await update(ask, step);
		if (!saysNotThere(outcome)) return { outcome, ours: outcome.ok ? kind : ours };
	}

	// It is of the other kind.
	const other = kind === 'robot' ? 'activity' : 'robot';
	if (!mayTakeOver && ours !== other) return added;
	const removed = await removeStep(ask, other, code);
	if (!removed.ok) return { outcome: removed, ours };
	const anew = await add(ask, step, false);
	return { ...anew, ours: anew.outcome.ok ? kind : undefined };
}

/** Takes the step away; one that is not there is a success. */
export async function removeStep(ask: Ask, kind: StepKind, code: string): Promise<Outcome> {
	const outcome = await ask(`bizproc.${kind}.delete`, { CODE: code }, 'repeatable');
	return saysNotThere(outcome) ? { ok: true, result: true } : outcome;
}

/**
 * Asked once, because when it is asked again, "already there" may mean this step or somebody else's.
 * @param wasHeld whether the portal has just held a step of this kind under the code, as far as that is known
 */
async function add(ask: Ask, step: Step, wasHeld: boolean | undefined): Promise<Omit<Registered, 'ours'>> {
	const { kind, code, fields } = step;
	const once = async () => await ask(`bizproc.${kind}.add`, { CODE: code, ...declared(fields) }, 'once');
	const outcome = await once();
	if (!isLost(outcome)) return { outcome };
	// So it is when two nodes put in the same code at the same moment: then it may be there, and be the other one's.
	if (isPortalsOwn(outcome)) return { outcome, isDoubtful: wasHeld !== true };
	// What was not there before, and is now, is this one.
	if (wasHeld === false && holds(await list(ask, kind), code)) return { outcome: { ok: true, result: true } };
	const again = await once();
	return { outcome: again, isDoubtful: !again.ok && wasHeld !== true };
}

const update = async (ask: Ask, { kind, code, fields }: Step) =>
	await ask(`bizproc.${kind}.update`, { CODE: code, FIELDS: fields }, 'repeatable');

const list = async (ask: Ask, kind: StepKind) => await ask(`bizproc.${kind}.list`, {}, 'read');

/** @returns undefined when the answer does not tell */
function holds(listed: Outcome, code: string): boolean | undefined {
	if (!listed.ok || typeof listed.result !== 'object' || listed.result === null) return undefined;
	return Object.values(listed.result).includes(code);
}

/** A new step leaves the choice to the template by not naming it; only an update has to, to undo an earlier one. */
function declared({ USE_SUBSCRIPTION, ...others }: Step['fields']): Step['fields'] {
	return USE_SUBSCRIPTION === '' ? others : { ...others, USE_SUBSCRIPTION };
}

const isLost = (outcome: Outcome): boolean => !outcome.ok && outcome.failure.kind === 'unanswered';
/** The portal has answered, but stumbled. */
const isPortalsOwn = (outcome: Outcome): boolean =>
	!outcome.ok && outcome.failure.code !== undefined && outcome.failure.httpStatus !== undefined;

const saysAlreadyThere = (outcome: Outcome): boolean => !outcome.ok && outcome.failure.code === ALREADY_THERE;
const saysNotThere = (outcome: Outcome): boolean => !outcome.ok && outcome.failure.code === NOT_THERE;
