/* eslint-disable @n8n/community-nodes/no-restricted-globals */

/** Resolves when a person presses Ctrl+C, or the process is asked to end. */
export const interruption = new Promise<void>((resolve) => {
	process.on('SIGINT', () => resolve());
	process.on('SIGTERM', () => resolve());
});
