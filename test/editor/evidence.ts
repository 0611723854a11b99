/* eslint-disable @n8n/community-nodes/no-restricted-imports */
import type { BrowserContext } from 'playwright-core';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Keeps what every open window shows at this moment. Returns the folder with the screenshots. */
export async function photographed(windows: BrowserContext): Promise<string> {
	const folder = mkdtempSync(join(tmpdir(), 'bizproc-editor-'));
	for (const [index, page] of windows.pages().entries()) {
		await page.screenshot({ path: join(folder, `window-${index + 1}.png`) });
	}
	return folder;
}
