import type { Locator } from 'playwright-core';
import './sight';

/** Stands between what is seen at first and what has to be scrolled to. */
export const EDGE = '-- out of sight --';

/**
 * A form as a person reads it, from the top to the end, one line for each label, text, button and box. A box shows
 * what it holds as [text], an empty one its example as (text) or nothing as [].
 */
export async function readForm(form: Locator): Promise<string[]> {
	return await form.evaluate(readElement, EDGE);
}

function readElement(root: Element, edge: string): string[] {
	const lines: string[] = [];
	const told = new Set<Element>();
	const say = (element: Element, line: string) => {
		if (line === '' || told.has(element) || element.getClientRects().length === 0) return;
		told.add(element);
		if (!lines.includes(edge) && !window.isInSight(element)) lines.push(edge);
		lines.push(line);
	};
	const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
	while (walker.nextNode()) {
		const node = walker.currentNode;
		const inside = node instanceof Element ? node : node.parentElement!;
		// The switch between Fixed and Expression, and the wish for other nodes, are n8n's own.
		if (inside.closest('[role=radiogroup], [data-test-id=node-feature-request]')) continue;
		if (node instanceof Text) {
			const block = blockOf(node);
			if (node.data.trim() !== '' && !block.matches('.cm-line')) say(block, read(block));
		} else if (inside.matches('input, textarea, .cm-content, [role=switch]')) say(inside, boxOf(inside));
	}
	return lines;

	function blockOf(text: Text): HTMLElement {
		const label = text.parentElement!.closest<HTMLElement>('label');
		let element = label ?? text.parentElement!;
		while (getComputedStyle(element).display.startsWith('inline')) element = element.parentElement!;
		return element;
	}

	function read(element: HTMLElement): string {
		const title = element.querySelector<HTMLElement>('.n8n-text') ?? element;
		return (element.matches('label') ? title : element).innerText.replace(/\s+/g, ' ').trim();
	}

	function boxOf(box: Element): string {
		if (box.matches('[role=switch]')) return box.getAttribute('aria-checked') === 'true' ? '[on]' : '[off]';
		if (box.matches('[type=checkbox], [type=hidden]')) return '';
		if (!(box instanceof HTMLInputElement) && !(box instanceof HTMLTextAreaElement)) {
			return `[${(box as HTMLElement).innerText.trim()}]`;
		}
		const value = box.type === 'password' ? box.value.replace(/./g, '•') : box.value;
		return value === '' && box.placeholder !== ''
			? `(${box.placeholder.replace(/\s+/g, ' ')})`
			: `[${value}]`;
	}
}
