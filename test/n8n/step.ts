/* eslint-disable @n8n/community-nodes/no-restricted-globals */

const SIGN_OF_LIFE_MS = 10_000;

/** Does one piece of work and shows it as one line: its title, a dot for every ten seconds it takes, then the seconds. */
export async function step<T>(title: string, work: () => Promise<T>): Promise<T> {
	const startedAt = Date.now();
	process.stdout.write(`${title} `);
	const dots = setInterval(() => process.stdout.write('.'), SIGN_OF_LIFE_MS);
	try {
		return await work();
	} finally {
		clearInterval(dots);
		process.stdout.write(` ${((Date.now() - startedAt) / 1000).toFixed(1)} s\n`);
	}
}
