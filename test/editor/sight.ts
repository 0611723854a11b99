declare global {
	interface Window {
		isInSight(element: Element): boolean;
	}
}

/** Whether the middle of an element can be seen: neither out of the window nor beyond the edge of a panel that scrolls. */
function isInSight(element: Element): boolean {
	const { left, top, width, height } = element.getBoundingClientRect();
	const [x, y] = [left + width / 2, top + height / 2];
	if (x < 0 || y < 0 || x > innerWidth || y > innerHeight) return false;
	for (let panel = element.parentElement; panel; panel = panel.parentElement) {
		if (getComputedStyle(panel).overflow === 'visible') continue;
		const edge = panel.getBoundingClientRect();
		if (x < edge.left || y < edge.top || x > edge.right || y > edge.bottom) return false;
	}
	return true;
}

/** Makes it known to every page, so that what is evaluated there can use it. */
export const sight = `window.isInSight = ${isInSight.toString()}`;
