import type { Locator, Page } from 'playwright-core';
import './sight';

/** Panels fade and the canvas glides; what is not in sight after that has to be scrolled to. */
const LOOKS = 4;
const BETWEEN_LOOKS_MS = 150;

/** n8n takes over what was typed a moment after the last key, before anybody's hand is back at the mouse. */
const FROM_KEYS_TO_MOUSE_MS = 400;

/** What a walk takes of the one who walks it. */
export interface Effort {
	clicks: number;
	/** Keys pressed; what is pasted counts as one. */
	keystrokes: number;
	/** Times that what is needed next stands out of sight. */
	scrolls: number;
	/** Times that one has to wait before one can go on. */
	waits: number;
}

/** One who sits at the browser and has a mouse, a keyboard and a clipboard. All that is done is counted. */
export class Person {
	readonly effort: Effort = { clicks: 0, keystrokes: 0, scrolls: 0, waits: 0 };

	constructor(readonly page: Page) {}

	/** The same one at another window, such as the one that asks for access. */
	at(page: Page): Person {
		const same = new Person(page);
		Object.assign(same, { effort: this.effort });
		return same;
	}

	async click(what: Locator): Promise<void> {
		await this.lookFor(what);
		await what.click();
		this.effort.clicks++;
	}

	async doubleClick(what: Locator): Promise<void> {
		await this.lookFor(what);
		await what.dblclick();
		this.effort.clicks += 2;
	}

	async press(key: string): Promise<void> {
		await this.page.keyboard.press(key);
		this.effort.keystrokes++;
	}

	/** Types where the cursor is, key by key. */
	async typeOn(text: string): Promise<void> {
		await this.page.keyboard.type(text);
		this.effort.keystrokes += text.length;
		await this.page.waitForTimeout(FROM_KEYS_TO_MOUSE_MS);
	}

	/** Clicks into a box and types, in place of what stands there. */
	async type(where: Locator, text: string): Promise<void> {
		await this.selected(where);
		await this.typeOn(text);
	}

	/** Clicks into a box and pastes, in place of what stands there: what was copied last, or the text. */
	async paste(where: Locator, text?: string): Promise<void> {
		await this.selected(where);
		if (text === undefined) await this.press('ControlOrMeta+V');
		else {
			await this.page.keyboard.insertText(text);
			this.effort.keystrokes++;
		}
		await this.page.waitForTimeout(FROM_KEYS_TO_MOUSE_MS);
	}

	/** Clicks into a box and takes out what stands there. */
	async empty(where: Locator): Promise<void> {
		await this.selected(where);
		await this.press('Delete');
		await this.page.waitForTimeout(FROM_KEYS_TO_MOUSE_MS);
	}

	/** Something that takes its time; nothing can be done before it has come. */
	async wait<T>(until: Promise<T>): Promise<T> {
		this.effort.waits++;
		return await until;
	}

	private async selected(where: Locator): Promise<void> {
		await this.click(where);
		const held = await where.evaluate((box) =>
			'value' in box ? String(box.value) : (box.textContent ?? ''),
		);
		if (held !== '') await this.press('ControlOrMeta+A');
	}

	private async lookFor(what: Locator): Promise<void> {
		await what.waitFor();
		for (let look = 0; look < LOOKS; look++) {
			if (await what.evaluate((element) => window.isInSight(element))) return;
			await this.page.waitForTimeout(BETWEEN_LOOKS_MS);
		}
		await what.scrollIntoViewIfNeeded();
		this.effort.scrolls++;
	}
}
