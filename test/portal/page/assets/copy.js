/** Puts the value of an input on the clipboard. @returns whether that worked */
export async function copyValue(input) {
	input.select();
	try {
		await navigator.clipboard.writeText(input.value);
		return true;
	} catch {
		// Not at an address that the browser trusts, or not allowed: the old way still works there.
		return document.execCommand('copy');
	}
}
