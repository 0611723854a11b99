import { Refusal } from '../rest/errors';

const invalid = (text: string) => new Refusal(400, 'ERROR_ACTIVITY_VALIDATION_FAILURE', text);

/**
 * https://apidocs.bitrix24.com/api-reference/bizproc/bizproc-robot/bizproc-robot-add.html
 * The portal says "activity" of robots too.
 */
export const EMPTY_DATA = invalid('Empty data!');
export const EMPTY_CODE = invalid('Empty activity code!');
export const WRONG_CODE = invalid('Wrong activity code!');
export const EMPTY_NAME = invalid('Empty activity NAME!');
export const WRONG_PROPERTIES = invalid('Wrong properties array!');
export const wrongPropertyKey = (key: string) => invalid(`Wrong property key (${key})!`);
export const emptyPropertyName = (key: string) => invalid(`Empty property NAME (${key})!`);
export const WRONG_DOCUMENT_TYPE = invalid('Wrong activity DOCUMENT_TYPE!');
export const WRONG_FILTER = invalid('Wrong activity FILTER!');
export const WRONG_HANDLER_URL = new Refusal(400, 'ERROR_WRONG_HANDLER_URL', 'Wrong handler URL');
export const UNSUPPORTED_PROTOCOL = new Refusal(
	400,
	'ERROR_UNSUPPORTED_PROTOCOL',
	'Unsupported handler protocol',
);
export const ALREADY_INSTALLED = new Refusal(
	400,
	'ERROR_ACTIVITY_ALREADY_INSTALLED',
	'Activity or Robot already installed!',
);
/** A value does not fit its column. */
export const SAVE_ERROR = new Refusal(400, 'ERROR_ACTIVITY_ADD_FAILURE', 'Activity save error!');

/** https://apidocs.bitrix24.com/api-reference/bizproc/bizproc-robot/bizproc-robot-update.html */
export const NO_FIELDS = invalid('No fields to update');
export const NOT_FOUND = new Refusal(400, 'ERROR_ACTIVITY_NOT_FOUND', 'Activity or Robot not found!');
