// Makes what is shown the same as a page that was loaded anew, and touches only what differs: so the focus, a
// selection, text that is being typed and open details stay, and a screen reader hears new lines only.

/** What the person has changed, not the portal. */
const OWN_ATTRIBUTES = ['open'];

/** @param {Element} shown @param {Element} fresh of the same name and id */
export function renew(shown, fresh) {
	renewAttributes(shown, fresh);
	let next = shown.firstChild;
	for (const wanted of fresh.childNodes) {
		const match = findMatch(next, wanted);
		if (!match) {
			shown.insertBefore(document.importNode(wanted, true), next);
			continue;
		}
		next = removeUntil(next, match);
		if (match instanceof Element) renew(match, /** @type {Element} */ (wanted));
		else if (match.nodeValue !== wanted.nodeValue) match.nodeValue = wanted.nodeValue;
		next = match.nextSibling;
	}
	removeUntil(next, null);
}

/** An element with an id is looked for among all that follow; any other node has to stand there. */
function findMatch(from, wanted) {
	if (!from) return undefined;
	if (!wanted.id) return from.nodeName === wanted.nodeName && !from.id ? from : undefined;
	for (let node = from; node; node = node.nextSibling) {
		if (node.id === wanted.id && node.nodeName === wanted.nodeName) return node;
	}
	return undefined;
}

function removeUntil(from, end) {
	let node = from;
	while (node !== end) {
		const following = node.nextSibling;
		node.remove();
		node = following;
	}
	return end;
}

function renewAttributes(shown, fresh) {
	for (const { name, value } of fresh.attributes) {
		if (shown.getAttribute(name) !== value) shown.setAttribute(name, value);
	}
	for (const { name } of [...shown.attributes]) {
		if (!fresh.hasAttribute(name) && !OWN_ATTRIBUTES.includes(name)) shown.removeAttribute(name);
	}
}
