import { picture } from '../../camera';
import type { Step } from '../../walk';
import { atThePortal, seeInTheLog } from '../atThePortal';
import { LINE, NAME } from './words';

/** From a step in Bitrix24 to the line in the log of a process. */
export const run: Step[] = [
	{
		says: `In Bitrix24 open your deals, then Automation rules, and add the rule ${NAME} to a stage.`,
		// The stand-in portal has no deals and no stages: each step can be run right where it stands.
		async play(stage) {
			const { page } = await atThePortal(stage);
			await page.getByRole('form', { name: NAME }).getByText('Automation rule').waitFor();
		},
	},
	{
		says: 'Switch on the logging of the process, as Bitrix24 tells under Workflow test log.',
		// The stand-in portal has it switched on unless its mood is another one.
		async play(stage) {
			const person = await atThePortal(stage);
			await person.click(person.page.getByRole('button', { name: 'Normal' }));
		},
	},
	{
		says: 'Move a deal to that stage.',
		async play(stage) {
			const person = await atThePortal(stage);
			const step = person.page.getByRole('form', { name: NAME });
			await person.click(step.getByRole('button', { name: 'Run a process with this step' }));
		},
	},
	{
		says: `Open the deal's workflow and its log: it says ${LINE}.`,
		// On the page of the stand-in portal the log stands open beside the process.
		async play(stage) {
			const process = await seeInTheLog(stage, LINE);
			await process.getByText('Finished').waitFor();
			await picture(stage, 'log', process);
		},
	},
];
