import type { IDataObject, IHookFunctions, IWebhookFunctions } from 'n8n-workflow';
import { readDeclaredFields, type DeclaredField } from '../../items/declaredFields';
import { toText } from '../../items/text';
import type { StepKind } from './step';

/** What the builder has set, as plain values. */
export interface StepParameters {
	kind: StepKind;
	name: string;
	description: string;
	/** Empty: derived. */
	code: string;
	properties: DeclaredField[];
	returnProperties: DeclaredField[];
	waitForResult: 'yes' | 'no' | 'designer';
	/** The portal's triples, joined by bars. */
	documentTypes: string[];
	/** 0: nobody. */
	runAsUser: number;
	whenUnpublished: 'keep' | 'remove';
	takeOverExistingStep: boolean;
}

export function readParameters(context: IHookFunctions | IWebhookFunctions): StepParameters {
	const read = (name: string, fallback: unknown) => context.getNodeParameter(name, fallback);
	const text = (name: string) => (toText(read(name, '')) ?? '').trim();
	const options = read('options', {}) as IDataObject;
	return {
		kind: read('kind', 'robot') as StepParameters['kind'],
		name: text('name'),
		description: text('description'),
		code: text('code'),
		properties: readDeclaredFields(read('properties', {})),
		returnProperties: readDeclaredFields(read('returnProperties', {})),
		waitForResult: read('waitForResult', 'yes') as StepParameters['waitForResult'],
		documentTypes: read('documentTypes', []) as string[],
		runAsUser: Number(options.runAsUser ?? 0),
		whenUnpublished: options.whenUnpublished === 'remove' ? 'remove' : 'keep',
		takeOverExistingStep: options.takeOverExistingStep === true,
	};
}
