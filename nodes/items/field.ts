import type { IExecuteFunctions } from 'n8n-workflow';
import { unusable } from './operation';
import type { Failure } from '../portal/answers/failure';
import { readPlainField } from './plainField';

/** What an expression of one item came to. An expression that cannot be worked out fails that item only. */
export type FieldValue = { value: unknown; failure?: undefined } | { value?: undefined; failure: Failure };

/** @param label the field's name as the user sees it */
export function readField(context: IExecuteFunctions, name: string, label: string, item: number): FieldValue {
	try {
		return { value: readPlainField(context, name, item) ?? context.getNodeParameter(name, item, undefined) };
	} catch {
		return {
			failure: unusable(
				`The expression in the field ${label} cannot be worked out for this item`,
				'Open the field and check its expression with the data of this item.',
			),
		};
	}
}
