import { finishedExecution, startedBy, type Execution } from '../n8n/executions';
import { endedProcess, startProcess, type EndedProcess, type StepInProcess } from '../n8n/portalProcesses';
import type { Workflow } from '../n8n/workflows';
import type { Stage } from './stage';

/** Lets a process of the portal come to a step of an n8n workflow, and waits until both have ended. */
export async function runStep(
	{ session, portal }: Stage,
	workflow: Workflow,
	step: StepInProcess,
): Promise<{ process: EndedProcess; execution: Execution }> {
	let process = '';
	const id = await startedBy(session, workflow.id, async () => {
		process = await startProcess(portal, [step]);
	});
	const execution = await finishedExecution(session, id);
	return { process: await endedProcess(portal, process), execution };
}
