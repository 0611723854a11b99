/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals */
import type { Locator } from 'playwright-core';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { EditorStage } from './stage';

const FOLDER = join(__dirname, '..', '..', 'docs', 'pictures');

/** Whether the pictures of the documents are to be renewed: npm run pictures. */
export const takesPictures = process.env.PICTURES === '1';

/** Takes one picture for README and docs, cropped to `what`, with addresses as people have them. */
export async function picture({ n8n, portal }: EditorStage, name: string, what: Locator): Promise<void> {
	if (!takesPictures) return;
	const names: Array<[string, string]> = [
		[n8n, 'https://n8n.example.com'],
		[portal.oauth.url, 'https://oauth.bitrix.info'],
		[portal.url, 'https://your-portal.bitrix24.com'],
		[portal.oauth.application.clientId, 'local.65f1a2b3c4d5e6.12345678'],
	];
	mkdirSync(FOLDER, { recursive: true });
	const page = what.page();
	await page.mouse.move(0, 0);
	await page.evaluate(rename, names);
	await what.screenshot({ path: join(FOLDER, `${name}.png`), animations: 'disabled', caret: 'hide' });
	await page.evaluate(
		rename,
		names.map(([from, to]): [string, string] => [to, from]),
	);
}

/** Only on the glass: the form goes on with what was entered. */
function rename(names: Array<[string, string]>): void {
	const renamed = (text: string) => names.reduce((result, [from, to]) => result.replaceAll(from, to), text);
	const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
	while (texts.nextNode()) {
		const text = texts.currentNode as Text;
		if (renamed(text.data) !== text.data) text.data = renamed(text.data);
	}
	for (const box of Array.from(document.querySelectorAll('input'))) {
		if (renamed(box.value) !== box.value) box.value = renamed(box.value);
	}
}
