import { log, sendResult, trigger } from '../canvas';
import { picture, takesPictures } from '../camera';
import type { Step } from '../walk';
import { allowAccess, runProcessWith, seeInTheLog } from './atThePortal';
import { enterAuthorizationServer } from './authorizationServer';

const NAME = 'Ask n8n';
const LINE = 'Hello from n8n';

/** README's quick start, word for word. */
export const quickStart: Step[] = [
	{
		says: 'In n8n open a new workflow and press the plus.',
		async play({ person }) {
			await person.click(person.page.getByTestId('new-workflow-card'));
		},
	},
	{
		says: 'Search for bitrix24 and add the trigger.',
		async play(stage) {
			const { canvas, person } = stage;
			await canvas.addFirst(trigger, async () => {
				const header = person.page.getByTestId('nodes-list-header');
				await picture(stage, 'search', canvas.rows.or(header), 16);
			});
		},
	},
	{
		says: 'Make a credential, enter what stands in your local application, and press Connect.',
		async play(stage) {
			const { canvas, portal } = stage;
			const form = await (await canvas.opened()).newCredential('Bitrix24');
			await form.paste('Client ID', portal.oauth.application.clientId);
			await form.paste('Client Secret', portal.oauth.application.clientSecret);
			await form.paste('Portal URL', portal.url);
			if (takesPictures) await form.connectButton.scrollIntoViewIfNeeded();
			await picture(stage, 'credential', form.scope);
			await enterAuthorizationServer(form, portal);
			await form.connect(allowAccess);
			await form.closes();
		},
	},
	{
		says: 'Give the step a name.',
		async play(stage) {
			const panel = await stage.canvas.opened();
			await panel.type('Name', NAME);
			await picture(stage, 'trigger', panel.scope);
			await panel.close();
		},
	},
	{
		says: 'Behind the trigger add Bitrix24 Bizproc Log, and enter a message.',
		async play(stage) {
			const panel = await stage.canvas.addBehind('Bizproc Trigger', log);
			await panel.type('Message', LINE);
			await picture(stage, 'log', panel.scope);
			await panel.close();
		},
	},
	{
		says: 'Behind it add Bitrix24 Bizproc, Send a result to a waiting step.',
		async play(stage) {
			const panel = await stage.canvas.addBehind('Bizproc Log', sendResult);
			await panel.close();
			await picture(stage, 'workflow', await stage.canvas.nodes(), 90);
		},
	},
	{
		says: 'Publish.',
		async play({ canvas, person, portal }) {
			await canvas.publish();
			await person.wait(canvas.published());
			expect(portal.registered()).toMatchObject([{ name: NAME }]);
		},
	},
	{
		says: 'In Bitrix24 put the step into a stage of your deals and move a deal there.',
		async play(stage) {
			await runProcessWith(stage, { name: NAME });
		},
	},
	{
		says: 'Read the line in the log of the process.',
		async play(stage) {
			await seeInTheLog(stage, LINE);
		},
	},
];
