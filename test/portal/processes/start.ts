import type { Desk } from '../desk';
import type { DocumentId, StepRun } from '../options';
import { goOn } from './run';
import type { Drawing } from './templates';

/** Runs a template until it waits or ends, and resolves once every handler it came by has answered or failed to. */
export async function startProcess(
	desk: Desk,
	{ templateId, document }: { templateId: number; document?: DocumentId },
): Promise<{ workflowId: string }> {
	return await start(desk, desk.templates.get(templateId), document);
}

/** The same with a process that is drawn for this one run. */
export async function runStep(
	desk: Desk,
	{ code, properties, document }: StepRun,
): Promise<{ workflowId: string }> {
	const registration = desk.registrations.find(code);
	if (!registration) throw new Error(`No step ${code} is registered here`);
	const steps = [{ kind: registration.kind, code, properties }];
	return await start(desk, desk.templates.draw({ name: desk.templates.nameOf(steps[0]), steps }), document);
}

async function start(
	desk: Desk,
	template: Drawing,
	document = template.document,
): Promise<{ workflowId: string }> {
	const workflow = desk.workflows.start({ name: template.name, document });
	workflow.process = { template, visits: [] };
	await goOn(desk, workflow, workflow.process);
	return { workflowId: workflow.workflowId };
}
