import type { Desk } from '../desk';
import type { StepKind } from '../options';
import { upperCaseKeys } from '../php/array';
import { ACCESS_DENIED, APPLICATION_REQUIRED } from '../rest/errors';
import type { Method } from '../rest/method';
import { addStep } from './add';
import { findOwn, readCode } from './code';
import { updateStep } from './update';

/** add, update, delete and list of one kind of step: for an application whose user is an administrator. */
export function registrationMethods(kind: StepKind): Record<string, Method> {
	return {
		[`bizproc.${kind}.add`]: administration(kind, addStep),
		[`bizproc.${kind}.update`]: administration(kind, updateStep),
		[`bizproc.${kind}.delete`]: administration(kind, deleteStep),
		[`bizproc.${kind}.list`]: administration(kind, listSteps),
	};
}

function administration(
	kind: StepKind,
	run: (desk: Desk, kind: StepKind, params: Record<string, unknown>) => unknown,
): Method {
	return {
		scope: 'bizproc',
		prepare: (desk, params, caller) => {
			if (caller === 'webhook') throw APPLICATION_REQUIRED;
			if (!desk.rules.admin) throw ACCESS_DENIED;
			return { run: () => run(desk, kind, params) };
		},
	};
}

/** https://apidocs.bitrix24.com/api-reference/bizproc/bizproc-robot/bizproc-robot-delete.html */
function deleteStep(desk: Desk, kind: StepKind, params: Record<string, unknown>): true {
	const { code } = findOwn(desk, kind, readCode(upperCaseKeys(params).CODE));
	desk.registrations.remove(code);
	return true;
}

/** https://apidocs.bitrix24.com/api-reference/bizproc/bizproc-robot/bizproc-robot-list.html */
function listSteps({ registrations }: Desk, kind: StepKind): string[] {
	const own = registrations.all().filter((registration) => registration.kind === kind);
	return own.map(({ code }) => code);
}
