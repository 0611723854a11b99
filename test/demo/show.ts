/* eslint-disable @n8n/community-nodes/no-restricted-globals */
import { stepNamed, type EndedProcess, type StepInProcess } from '../n8n/portalProcesses';
import type { Portal } from '../portal/contract';

/** The steps that a publication has put into the portal. */
export function showSteps(portal: Portal, steps: StepInProcess[]): void {
	for (const { name } of steps) show('in the portal now', `"${name}" (${stepNamed(portal, name).code})`);
}

/** What stands in the log of a process, and what its steps gave back to it. */
export function showProcess({ lines, returned }: EndedProcess): void {
	for (const line of lines) show('in its log', line);
	for (const { values } of returned) {
		for (const [name, value] of Object.entries(values)) show('it got back', `${name} = ${String(value)}`);
	}
}

function show(what: string, text: string): void {
	process.stdout.write(`    ${what}: ${text}\n`);
}
