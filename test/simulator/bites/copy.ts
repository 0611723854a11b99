/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- copies sources */
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Change } from './bites';

const ROOT = join(__dirname, '..', '..', '..');
/** All that the simulator needs to run. */
const COPIED = ['nodes', 'credentials', 'test/simulator', 'test/portal', 'package.json', 'tsconfig.json'];

/** The text of a file with a change. @throws if the file does not hold exactly once what is to be changed */
function changed(folder: string, { file, from, to }: Change): string {
	const parts = readFileSync(join(folder, file), 'utf8').split(from);
	if (parts.length === 2) return parts.join(to);
	throw new Error(`${file} holds ${parts.length - 1} times what a bite would change: ${from}`);
}

/** @throws if a change does not fit the sources any more */
export const checkChanges = (changes: Change[]): void =>
	changes.forEach((change) => void changed(ROOT, change));

/** A copy of the sources with some changes. @returns where it stands */
export function copyWith(changes: Change[]): string {
	checkChanges(changes);
	const folder = mkdtempSync(join(tmpdir(), 'simulator-bite-'));
	for (const name of COPIED) cpSync(join(ROOT, name), join(folder, name), { recursive: true });
	symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
	for (const change of changes) writeFileSync(join(folder, change.file), changed(folder, change));
	return folder;
}

export const removeCopy = (folder: string): void => rmSync(folder, { recursive: true, force: true });
