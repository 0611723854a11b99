import { log, sendResult } from '../../nodeSearch';
import { picture } from '../../camera';
import type { Step } from '../../walk';
import { atThePortal } from '../atThePortal';
import { LINE, NAME } from './words';

/** From a trigger that is connected to a step in Bitrix24. */
export const build: Step[] = [
	{
		says: `In the trigger enter ${NAME} as Name, and close the panel.`,
		async play(stage) {
			const panel = await stage.canvas.opened();
			await panel.type('Name', NAME);
			await picture(stage, 'trigger', panel.form);
			await panel.close();
		},
	},
	{
		says: 'Press the plus behind Bizproc Trigger, type bitrix24, choose Bitrix24 Bizproc Log, then Add to workflow.',
		async play({ canvas }) {
			await canvas.addBehind('Bizproc Trigger', log);
		},
	},
	{
		says: `Its Message is ${LINE} already: close the panel.`,
		async play({ canvas }) {
			const panel = await canvas.opened();
			expect(await panel.value('Message')).toBe(LINE);
			await panel.close();
		},
	},
	{
		says: 'Press the plus behind Bizproc Log, type bitrix24, choose Bitrix24 Bizproc, then Send a result to a waiting step, and close the panel.',
		async play(stage) {
			const panel = await stage.canvas.addBehind('Bizproc Log', sendResult);
			await panel.close();
			await picture(stage, 'workflow', await stage.canvas.nodes(), 90);
		},
	},
	{
		says: 'Press Publish, and Publish once more. Within seconds the step is in Bitrix24.',
		async play(stage) {
			const { canvas, person } = stage;
			await canvas.publish();
			await person.wait(canvas.published());
			const { page } = await atThePortal(stage);
			await page.getByRole('form', { name: NAME }).waitFor();
		},
	},
];
