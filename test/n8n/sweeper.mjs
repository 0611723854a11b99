// Removes a folder when the script that asked for it is gone, however that went: its end of our standard input closes.
// Programs that work in the folder are ended by their keepers first.
import { rmSync } from 'node:fs';

const SECONDS_FOR_THE_KEEPERS = 10;

const [folder] = process.argv.slice(2);

process.stdin.resume().on('end', () => {
	setTimeout(() => rmSync(folder, { recursive: true, force: true }), SECONDS_FOR_THE_KEEPERS * 1000);
});
