import type { Portal } from '../portal/contract';
import type { TemplateOptions } from '../portal/options';
import type { ProcessView, RegisteredStep } from '../portal/records';
import { until } from './until';

const PROCESS_SECONDS = 60;

/** A step for a process to come to, by the name people know it by, and what was filled in there. */
export interface StepInProcess {
	name: string;
	properties?: Record<string, unknown>;
}

/**
 * A step that n8n has put into the portal.
 *
 * @throws when the portal has none of that name.
 */
export function stepNamed(portal: Portal, name: string): RegisteredStep {
	const step = portal.registered().find((one) => one.name === name);
	if (step) return step;
	const names = portal.registered().map((one) => one.name);
	throw new Error(`The portal has no step "${name}", only: ${names.join(', ')}`);
}

/** Starts a process that comes to these steps in turn, and resolves when n8n has taken the first one. Returns its id. */
export async function startProcess(
	portal: Portal,
	steps: StepInProcess[],
	about: Omit<TemplateOptions, 'steps'> = {},
): Promise<string> {
	const { templateId } = portal.publishTemplate({
		...about,
		steps: steps.map((step) => {
			const { kind, code } = stepNamed(portal, step.name);
			return { kind, code, properties: step.properties };
		}),
	});
	const { workflowId } = await portal.startProcess({ templateId });
	return workflowId;
}

export interface EndedProcess extends ProcessView {
	workflowId: string;
	/** The lines in its log. */
	lines: string[];
}

/** Waits until a process has ended, whichever way. */
export async function endedProcess(portal: Portal, workflowId: string): Promise<EndedProcess> {
	return await until('a process to end', PROCESS_SECONDS, async () => {
		const process = portal.process(workflowId);
		return process.state === 'running'
			? undefined
			: { ...process, workflowId, lines: portal.log(workflowId) };
	});
}
