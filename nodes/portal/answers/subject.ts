import type { Words } from './connection';
import type { FailureKind } from './failure';

/** What a refusal by the portal means, and what may be done next. */
export type Refusal = Words & { kind: FailureKind };

/** What calls are about, in the words of the person who reads what became of them. */
export interface Subject {
	/** One of them, e.g. "line". */
	name: string;
	/** Several of them, at the start of a sentence, e.g. "Lines". */
	names: string;
	/** Sending one twice does no harm, so it is sent again when its answer is lost. */
	repeatable: boolean;
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
	refusals: Record<string, Refusal>;
}
