/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals */
import type { Locator } from 'playwright-core';
import { join } from 'node:path';
import { WINDOW } from './window';
import type { EditorStage } from './stage';

const FOLDER = join(__dirname, '..', '..', 'docs', 'pictures');

/** What n8n lays over the canvas, and over a field below the mouse. */
const OVERLAID = [
	'.el-notification',
	'.vue-flow__panel',
	'[class*="executionButtons"]',
	':has(> [role="radiogroup"])',
];

/** Whether the pictures of the documents are to be renewed: npm run pictures. */
export const takesPictures = process.env.PICTURES === '1';

/**
 * Takes one picture for README and docs, with addresses as people have them, and without n8n's passing notices.
 *
 * @param what all of it is in the picture, and little else
 * @param around pixels that are shown around it
 */
export async function picture(stage: EditorStage, name: string, what: Locator, around = 0): Promise<void> {
	if (!takesPictures) return;
	const page = what.page();
	const names = namesFor(stage);
	await page.mouse.move(0, 0);
	await page.evaluate(rename, names);
	await page.screenshot({
		path: join(FOLDER, `${name}.png`),
		clip: await frameOf(what, around),
		animations: 'disabled',
		caret: 'hide',
		style: `${OVERLAID.join(', ')} { visibility: hidden !important }`,
	});
	await page.evaluate(
		rename,
		names.map(([from, to]): [string, string] => [to, from]),
	);
}

const namesFor = ({ n8n, portal }: EditorStage): Array<[string, string]> => [
	[n8n, 'https://n8n.example.com'],
	[portal.oauth.url, 'https://oauth.bitrix.info'],
	[portal.url, 'https://your-portal.bitrix24.com'],
	[portal.oauth.application.clientId, 'local.65f1a2b3c4d5e6.12345678'],
];

async function frameOf(what: Locator, around: number) {
	const boxes = await Promise.all((await what.all()).map(async (one) => await one.boundingBox()));
	const seen = boxes.filter((box) => box !== null);
	const x = Math.max(0, Math.min(...seen.map((box) => box.x)) - around);
	const y = Math.max(0, Math.min(...seen.map((box) => box.y)) - around);
	const right = Math.min(WINDOW.width, Math.max(...seen.map((box) => box.x + box.width)) + around);
	const bottom = Math.min(WINDOW.height, Math.max(...seen.map((box) => box.y + box.height)) + around);
	return { x, y, width: right - x, height: bottom - y };
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
