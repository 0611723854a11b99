import type { Page } from 'playwright-core';

export interface Contrast {
	text: string;
	contrast: number;
}

/** How each text that can be seen stands out from what is behind it, as WCAG counts: 4.5 is enough for any text. */
export async function contrasts(page: Page): Promise<Contrast[]> {
	return await page.evaluate(() => {
		const numbers = (color: string) => (color.match(/[\d.]+/g) ?? []).map(Number);
		const luminance = (color: string) => {
			const [red, green, blue] = numbers(color).map((value) => {
				const part = value / 255;
				return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
			});
			return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
		};
		const behind = (element: Element | null): string => {
			if (!element) return 'rgb(255, 255, 255)';
			const { backgroundColor } = getComputedStyle(element);
			return numbers(backgroundColor)[3] === 0 ? behind(element.parentElement) : backgroundColor;
		};
		const hasText = (element: Element) =>
			Array.from(element.childNodes).some(
				(node) => node.nodeType === Node.TEXT_NODE && node.nodeValue?.trim(),
			);
		return Array.from(document.body.querySelectorAll('*'))
			.filter((element) => hasText(element) && element.checkVisibility())
			.map((element) => {
				const pair = [luminance(getComputedStyle(element).color), luminance(behind(element))];
				return {
					text: element.textContent?.trim().slice(0, 60) ?? '',
					contrast: (Math.max(...pair) + 0.05) / (Math.min(...pair) + 0.05),
				};
			});
	});
}
