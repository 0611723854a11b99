import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import type { Failure } from '../portal/answers/failure';
import type { Subject } from '../portal/answers/subject';
import { unreadable } from '../portal/answers/verdict';
import type { Call } from '../portal/command';
import type { ItemReader } from './reader';

/** What one item means to a method of the portal, without knowing how it travels. */
export interface Operation {
	/** What it sends, in the words of its user, and what sending it twice does. */
	subject: Subject;
	/** Name of the field that holds the result, unless the user chooses another. */
	resultField: string;
	/** Whether some of its items may hold dates, which the portal reads by its own clock. */
	hasDates?(context: IExecuteFunctions): boolean;
	/** Reads one item's fields. What the reader cannot use fails the item, and nothing of it is sent. */
	toCall(item: ItemReader): Call;
	/** What goes on with the item when the portal has returned this; a failure when that is no success. */
	toResult(answer: unknown, call: Call): IDataObject | Failure;
}

/** The portal returned what it never returns: the call may have done its work, or not. */
export const unexpected = (subject: Subject): Failure => ({
	...unreadable(subject),
	happened: `Bitrix24 gave an unexpected answer, so ${subject.mayHaveHappened}`,
	nextStep: subject.beforeAgain,
});
