import type { IExecuteFunctions } from 'n8n-workflow';
import { keyOf } from '../../items/keys';
import { readDeclaredFields, type DeclaredField } from '../../items/declaredFields';

/**
 * The return values that the Bizproc Trigger before this node declares.
 * @returns undefined where that is not known: no such trigger, one that declares none, or keys that are expressions
 */
export function declaredReturns(context: IExecuteFunctions): DeclaredField[] | undefined {
	const parents = context.getParentNodes(context.getNode().name, { includeNodeParameters: true });
	const declared = parents
		// The part in front of the dot depends on how the package was installed.
		.filter(({ type, disabled }) => type.endsWith('.bizprocTrigger') && !disabled)
		.map(({ parameters }) => readDeclaredFields(parameters?.returnProperties));
	if (declared.length === 0 || declared.some((fields) => fields.length === 0)) return undefined;
	const fields = declared.flat();
	const isOpen = ({ key, label, options }: DeclaredField) =>
		(key === keyOf(label) ? label : key).startsWith('=') || options.startsWith('=');
	return fields.some(isOpen) ? undefined : fields;
}
