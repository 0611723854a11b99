/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals */
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Debian's package, and the names under which others install the same browser. */
export const DEBIAN_PACKAGE = 'chromium';
const NAMES = [DEBIAN_PACKAGE, 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const PLACES = ['/usr/bin/chromium', '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'];

/** The browser of this machine: the one that the variable CHROMIUM names, else one in the path or at a usual place. */
export function findBrowser(environment = process.env): string | undefined {
	if (environment.CHROMIUM) return environment.CHROMIUM;
	const folders = (environment.PATH ?? '').split(delimiter).filter(Boolean);
	const inPath = folders.flatMap((folder) => NAMES.map((name) => join(folder, name)));
	return [...inPath, ...PLACES].find((program) => existsSync(program));
}

/** @throws naming what to install. */
export function browserProgram(): string {
	const found = findBrowser();
	if (found !== undefined && existsSync(found)) return found;
	const what = found === undefined ? 'there is none' : `CHROMIUM names ${found}, which is not there`;
	throw new Error(
		`The editor is tested in Chromium, and ${what}. Install Debian's package: apt-get install ${DEBIAN_PACKAGE}. ` +
			'Or name the program of another Chromium or Chrome: CHROMIUM=/path/to/it npm run test:editor.',
	);
}
