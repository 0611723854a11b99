// Keeps one program running in a process group of its own, and ends the whole group as soon as the script that asked for
// it is gone. However that script went, even killed, its end of our standard input closes.
import { spawn } from 'node:child_process';

const SECONDS_TO_GO_BY_ITSELF = 8;

const [program, ...words] = process.argv.slice(2);
const kept = spawn(program, words, { stdio: ['ignore', 'inherit', 'inherit'] });

// The keeper leads the group, so this ends the program, whatever the program started, and the keeper itself.
const endAll = () => process.kill(-process.pid, 'SIGKILL');

kept.on('exit', endAll);
process.stdin.resume().on('end', () => {
	kept.kill('SIGTERM');
	setTimeout(endAll, SECONDS_TO_GO_BY_ITSELF * 1000);
});
