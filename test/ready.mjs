// Every command of this repository begins here, so that each of them works right after a clone: the development tools
// are installed when they are missing or older than package-lock.json. Only Node is there yet, hence no TypeScript.
import { spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const repository = fileURLToPath(new URL('..', import.meta.url));
const changedAt = (file) => statSync(repository + file, { throwIfNoEntry: false })?.mtimeMs ?? 0;

// npm writes this file last, so an installation that was broken off does not count.
if (changedAt('node_modules/.package-lock.json') < changedAt('package-lock.json')) {
	process.stdout.write(
		'Installing the development tools: about 1,200 packages, one to three minutes, once.\n',
	);
	const { status } = spawnSync('npm', ['ci', '--loglevel=error'], { cwd: repository, stdio: 'inherit' });
	if (status !== 0) {
		process.stderr.write('npm could not install them. Its own words are above; nothing else was started.\n');
		process.exit(1);
	}
}
