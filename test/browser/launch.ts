import { chromium, type Browser } from 'playwright-core';
import { browserProgram } from './program';

/** Nothing that asks for the internet, and no sandbox, which the root of a container cannot have. */
const FLAGS = [
	'--no-sandbox',
	'--disable-gpu',
	'--disable-quic',
	'--no-first-run',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync',
];

export const launchBrowser = async (): Promise<Browser> =>
	await chromium.launch({ executablePath: browserProgram(), args: FLAGS });
