import type { StepKind } from '../options';
import { isPhpArray, upperCaseKeys } from '../php/array';
import { isEmpty } from '../php/truth';
import { WRONG_DOCUMENT_TYPE, WRONG_FILTER } from './errors';

/** Module, entity and type. The portal looks at it for activities only. Empty: none, and on update it is cleared. */
export function readDocumentType(value: unknown, kind: StepKind): unknown {
	if (isEmpty(value)) return undefined;
	if (kind === 'activity' && !isDocumentType(value, 3)) throw WRONG_DOCUMENT_TYPE;
	return value;
}

/** Which documents the step is offered for: lists of rules to include and to exclude. Empty as above. */
export function readFilter(value: unknown): unknown {
	if (isEmpty(value)) return undefined;
	if (!isPhpArray(value)) throw WRONG_FILTER;
	const filter = upperCaseKeys(value);
	for (const [name, rules] of Object.entries(filter)) {
		const known = name === 'INCLUDE' || name === 'EXCLUDE';
		if (!known || !isPhpArray(rules) || !Object.values(rules).every(isRule)) throw WRONG_FILTER;
	}
	return { ...filter };
}

/** The cloud, a self-hosted portal, or a document type or its beginning. */
function isRule(rule: unknown): boolean {
	return rule === 'b24' || rule === 'box' || isDocumentType(rule, 1);
}

function isDocumentType(value: unknown, atLeast: number): boolean {
	if (!isPhpArray(value)) return false;
	const parts = Object.values(value);
	const right = parts.length >= atLeast && parts.length <= 3;
	return right && parts.every((part) => typeof part === 'string' && part !== '');
}
