/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-dangerous-functions */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { until } from './until';

export interface ProgramOptions {
	/** What people call it. */
	name: string;
	/** The program and its words. */
	command: string[];
	environment: NodeJS.ProcessEnv;
	/** The file for everything it prints; written anew. */
	log: string;
	startSeconds: number;
	/** Whether it has come up; a failure means not yet as well. */
	isUp(): Promise<boolean>;
}

export interface Program {
	/** The file with everything it prints. */
	log: string;
	/** Ends the program and all it started; returns when nothing is left. */
	stop(): Promise<void>;
	/** The same on the spot, as a power cut does. */
	kill(): Promise<void>;
}

/**
 * Starts a program and waits until it is up. It does not outlive the calling process, however that ends.
 *
 * @throws with the last lines of its log when it does not come up.
 */
export async function startProgram(options: ProgramOptions): Promise<Program> {
	const { name, command, environment, log, startSeconds, isUp } = options;
	const output = openSync(log, 'w');
	const keeper = spawn(process.execPath, [join(__dirname, 'keeper.mjs'), ...command], {
		env: environment,
		stdio: ['pipe', output, output],
		detached: true,
	});
	closeSync(output);
	const hasEnded = () => keeper.exitCode !== null || keeper.signalCode !== null;
	const end = async (how: () => void) => {
		if (hasEnded()) return;
		const ended = once(keeper, 'exit');
		how();
		await ended;
	};
	const stop = async () => await end(() => keeper.stdin?.end());
	// The keeper leads the group of the program and of all it has started.
	const kill = async () => await end(() => process.kill(-keeper.pid!, 'SIGKILL'));
	await until(`${name} to start`, startSeconds, async () => {
		if (hasEnded()) throw new Error(`${name} ended by itself.`);
		return (await isUp().catch(() => false)) || undefined;
	}).catch(async (error: Error) => {
		await stop();
		throw new Error(`${error.message}\n${lastLines(log)}`);
	});
	return { log, stop, kill };
}

const lastLines = (log: string) => readFileSync(log, 'utf8').trim().split('\n').slice(-20).join('\n');
