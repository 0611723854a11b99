import { startProcess, type StepInProcess } from '../../n8n/portalProcesses';
import { picture } from '../camera';
import type { EditorStage } from '../stage';
import type { Person } from '../person';

/** The page of the portal that asks whether n8n may have access. */
export async function allowAccess(window: Person): Promise<void> {
	await window.click(window.page.getByRole('button', { name: 'Allow' }));
}

/** Lets a process come to the step, as a deal does that is moved to a stage with the rule in it. */
export async function runProcessWith({ portal }: EditorStage, step: StepInProcess): Promise<string> {
	return await startProcess(portal, [step]);
}

/** Looks at the log on the portal's own page, in a window of its own, until the line is there. */
export async function seeInTheLog(stage: EditorStage, line: string): Promise<void> {
	const { person, portal } = stage;
	const page = await person.page.context().newPage();
	await page.goto(portal.url);
	await person.wait(page.getByText(line, { exact: true }).waitFor());
	await picture(stage, 'line-in-the-portal', page.locator('section').filter({ hasText: line }).first());
	await page.close();
}
