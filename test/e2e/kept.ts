/* eslint-disable @n8n/community-nodes/no-restricted-imports */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Stage } from './stage';

/** All that stands in n8n's database, as anybody reads it who gets hold of its files. */
export function databaseText({ folder }: Stage): string {
	const data = join(folder, '.n8n');
	const files = readdirSync(data).filter((name) => name.startsWith('database.sqlite'));
	return files.map((name) => readFileSync(join(data, name), 'latin1')).join('\n');
}

/** All that n8n has logged. */
export const logText = ({ log }: Stage): string => readFileSync(log, 'utf8');

/** The names of the secrets that a text holds. */
export const secretsIn = (text: string, secrets: Record<string, string>): string[] =>
	Object.keys(secrets).filter((name) => text.includes(secrets[name]));
