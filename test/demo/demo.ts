/* eslint-disable @n8n/community-nodes/no-restricted-globals */
import { saveCredential } from '../n8n/credentials';
import { installN8n } from '../n8n/install';
import { installPackage } from '../n8n/packed';
import { freePort } from '../n8n/port';
import { connectApplication, webhookOf } from '../n8n/portalCredentials';
import { publish } from '../n8n/publication';
import { startServer } from '../n8n/server';
import { owner, signIn } from '../n8n/session';
import { step } from '../n8n/step';
import { exampleNames, exampleWorkflow, saveWorkflow, type Workflow } from '../n8n/workflows';
import { startPortal } from '../portal/portal';
import { lastingHome, passingHome } from './home';
import { interruption } from './interruption';
import { processes, runProcess } from './processes';
import { showProcess, showSteps } from './show';

/** Taken if they are free, so that a browser tab of the last time works again. */
const EDITOR_PORT = 5678;
const PORTAL_PORT = 5680;

const once = process.argv.includes('--once');
const closers: Array<() => void | Promise<void>> = [];

async function demo(): Promise<void> {
	await installN8n();
	const home = once ? passingHome() : lastingHome();
	closers.push(home.close);

	await step('Packing the package and putting it into n8n', async () => await installPackage(home.folder));
	const portal = await step('Starting the stand-in portal', async () => {
		return await startPortal({ port: await freePort(PORTAL_PORT) });
	});
	closers.push(async () => await portal.stop());
	const n8n = await step('Starting n8n', async () => await startServer(home.folder, { port: EDITOR_PORT }));
	closers.push(n8n.stop);

	const session = await signIn(n8n.url);
	await step('Connecting the OAuth2 credential: n8n asks, the portal\'s page says "Allow"', async () => {
		await connectApplication(session, n8n.url, portal);
	});
	const imported = new Map<string, Workflow>();
	await step('Creating the webhook credential and importing the example workflows', async () => {
		await saveCredential(session, webhookOf(portal));
		for (const name of exampleNames()) {
			imported.set(name, await saveWorkflow(session, exampleWorkflow(name)));
		}
	});
	for (const expected of processes) {
		const workflow = imported.get(expected.example)!;
		await step(`Publishing "${workflow.name}" in n8n`, async () => await publish(session, workflow));
		showSteps(portal, expected.steps);
		const title = `The portal runs "${expected.name}", and n8n does its part`;
		showProcess(await step(title, async () => await runProcess(portal, expected)));
	}
	process.exitCode = 0;
	if (once) return;
	process.stdout.write(
		`\nn8n editor   ${n8n.url}   (${owner.email} / ${owner.password})\n` +
			`Portal       ${portal.url}/   (run steps by hand, see their logs)\n\nCtrl+C ends both.\n`,
	);
	await interruption;
}

// Anything but the right lines and values is a failure, an interruption included.
process.exitCode = 1;
Promise.race([demo(), interruption])
	.catch((error: Error) => process.stderr.write(`${error.message}\n`))
	.then(async () => {
		for (const close of closers.reverse()) await close();
		process.exit();
	});
