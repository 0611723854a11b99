import { trigger } from '../../nodeSearch';
import { CredentialForm } from '../../credentialForm';
import type { EditorStage } from '../../stage';
import type { Step } from '../../walk';
import { allowAccess, atThePortal, copyFromThePortal } from '../atThePortal';

/** From an empty n8n to a trigger whose credential is connected. */
export const connect: Step[] = [
	{
		says: 'In n8n open a new workflow, and press the plus.',
		async play({ person, canvas }) {
			await person.click(person.page.getByTestId('new-workflow-card'));
			await canvas.pressPlus();
		},
	},
	{
		says: 'Type bitrix24, choose Bitrix24 Bizproc, then On new Bitrix24 Bizproc event.',
		async play({ canvas }) {
			await canvas.nodeSearch.choose(trigger);
		},
	},
	{
		says: 'Press Connect to Bitrix24, and copy the OAuth Redirect URL at the top.',
		async play({ canvas }) {
			const form = await (await canvas.opened()).newCredential('Bitrix24');
			await form.copyRedirectUrl();
		},
	},
	{
		says: 'In Bitrix24 open Applications > Developer resources > Other > Local application, and paste it into Your handler path.',
		// The stand-in portal has no menu: its one application stands on its page.
		async play(stage) {
			const person = await atThePortal(stage);
			await person.paste(person.page.getByLabel('Your handler path'));
		},
	},
	{
		says: 'Tick Uses API only, add the permission Business processes (bizproc), and press Save. Bitrix24 shows two keys.',
		// The application of the stand-in portal is as it should be; there is only its address to be saved.
		async play(stage) {
			const person = await atThePortal(stage);
			await person.click(person.page.getByRole('button', { name: 'Save your handler path' }));
			await person.page.getByText('Saved.').waitFor();
		},
	},
	{
		says: 'Copy Application ID into Client ID of n8n, and Application key into Client Secret.',
		// The stand-in portal names both as n8n does.
		async play(stage) {
			for (const field of ['Client ID', 'Client Secret']) await copyOver(stage, field);
		},
	},
	{
		says: 'Enter the address you open Bitrix24 with as Portal URL.',
		// An address of this machine makes n8n ask for a server of its own, which that of a real portal does not.
		async play(stage) {
			for (const field of ['Portal URL', 'Authorization Server']) await copyOver(stage, field);
		},
	},
	{
		says: 'Press Connect at the top, and allow the access in the window that opens.',
		async play({ person }) {
			const form = new CredentialForm(person);
			await form.connect(allowAccess);
			await form.closes();
		},
	},
];

/** From the portal's page into the field of the same name in the form of the credential. */
async function copyOver(stage: EditorStage, field: string): Promise<void> {
	await copyFromThePortal(stage, field);
	await stage.person.page.bringToFront();
	await new CredentialForm(stage.person).paste(field);
}
