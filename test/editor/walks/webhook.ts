import { log } from '../nodeSearch';
import type { Step } from '../walk';
import { seeInTheLog } from './atThePortal';

const LINE = 'A line by the webhook';

/** For somebody who has an event token of a waiting step already: its line, by the inbound webhook alone. */
export const webhook = (eventToken: string): Step[] => [
	{
		says: 'In n8n open a new workflow, press the plus and choose to start it by hand.',
		async play({ person, canvas }) {
			await person.click(person.page.getByTestId('new-workflow-card'));
			await canvas.addFirst({ search: 'manual', row: 'Manual Trigger' });
		},
	},
	{
		says: 'Behind it add Bitrix24 Bizproc Log.',
		async play({ canvas }) {
			await canvas.addBehind('When clicking ‘Execute workflow’', log);
		},
	},
	{
		says: 'Make a credential, paste the address of your inbound webhook, and save.',
		async play({ canvas, portal }) {
			const form = await (await canvas.opened()).newCredential('Bitrix24');
			await form.paste('Webhook URL', portal.webhookUrl);
			await form.save();
			await form.closes();
		},
	},
	{
		says: 'Paste the event token, enter a message, and press Execute step.',
		async play({ canvas, person }) {
			const panel = await canvas.opened();
			await panel.fix('Event Token');
			await panel.paste('Event Token', eventToken);
			await panel.type('Message', LINE);
			await panel.execute();
			await person.wait(panel.output.scope.getByText('accepted').first().waitFor());
		},
	},
	{
		says: 'Read the line in the log of the process.',
		async play(stage) {
			await seeInTheLog(stage, LINE);
		},
	},
];
