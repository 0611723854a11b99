import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import type { Command, Success } from '../portal/command';
import type { Failure } from '../portal/answers/failure';
import type { Subject } from '../portal/answers/subject';

/** What one item means to an operation of a node, without knowing how it travels. */
export interface Operation {
	/** What it sends, in the words of its user. */
	subject: Subject;
	/** Name of the field that holds the result, unless the user chooses another. */
	resultField: string;
	/** Reads one item's fields. A failure here means that nothing of the item is sent. */
	toCommand(context: IExecuteFunctions, item: number): Command | Failure;
	/** What goes on with the item when the portal has returned this; a failure when that is no success. */
	toResult(success: Success, command: Command): IDataObject | Failure;
}

export const isFailure = (value: object): value is Failure => 'kind' in value && 'nextStep' in value;

/** A field of the item cannot be used; `happened` names it. */
export const unusable = (happened: string, nextStep: string): Failure => ({
	kind: 'unsent',
	happened,
	nextStep,
});
