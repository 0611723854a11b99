import type { Words } from './connection';
import type { Failure } from './failure';

/**
 * What sending it twice does, and so what may follow a lost answer: a `read` changes nothing, a `repeatable` one ends
 * the same, both are sent again; what must happen `once` is not.
 */
export type Effect = 'read' | 'repeatable' | 'once';

/** What a refusal by the portal means, and what may be done next. */
export type Refusal = Words & Pick<Failure, 'kind' | 'limit' | 'closes' | 'settles' | 'whenDone'>;

/** What calls are about, in the words of the person who reads what became of them. */
export interface Subject {
	effect: Effect;
	/** One of them, e.g. "line". */
	name: string;
	/** Several of them, at the start of a sentence, e.g. "Lines". */
	names: string;
	/** Follows "so": what a call whose answer was lost may have done. */
	mayHaveHappened: string;
	/** What to do before the same is sent again, as a sentence. */
	beforeAgain: string;
	/** Follows a comma: what a call that did not get through has done, e.g. "nothing was written". */
	nothingHappened: string;
	/** Follows "then", e.g. "send the line again". */
	again: string;
	/** What to do about the portal's limits, as a sentence. */
	later: string;
	/** What the portal refuses of this subject, by its code. */
	refusals: ReadonlyMap<string, Refusal>;
}

/** The noun and the verb that the sentences are made of, and where they read better, the sentences themselves. */
interface SubjectWords extends Partial<Omit<Subject, 'effect' | 'refusals' | 'name'>> {
	/** Singular, e.g. "line". */
	noun: string;
	/** Past participle, e.g. "written". */
	done: string;
	effect: Effect;
	refusals?: Record<string, Refusal>;
}

/** Makes the sentences of an operation from its noun and its verb. */
export function subjectOf({ noun, done, effect, refusals = {}, ...sentences }: SubjectWords): Subject {
	return {
		effect,
		name: noun,
		names: `${noun[0].toUpperCase()}${noun.slice(1)}s`,
		mayHaveHappened: `this ${noun} may already be ${done}`,
		beforeAgain:
			effect === 'once'
				? `Look in Bitrix24 whether the ${noun} was ${done} before you send it again.`
				: 'Sending it again does no harm.',
		nothingHappened: `nothing was ${done}`,
		again: `send the ${noun} again`,
		later: `Send the ${noun} again later, or raise Max Wait in the options.`,
		// A map: the portal's codes are foreign text, and an object answers to names such as "constructor".
		refusals: new Map(Object.entries(refusals)),
		...sentences,
	};
}
