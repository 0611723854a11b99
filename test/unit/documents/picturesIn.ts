/** The paths of the pictures that a Markdown text shows, without those on the web. */
export function picturesIn(text: string): string[] {
	const paths = [...text.matchAll(/!\[[^\]]*\]\(([^)\s]+)|<img[^>]*\bsrc="([^"]+)"/g)].map(
		([, markdown, html]) => markdown ?? html,
	);
	return paths.filter((path) => !/^https?:/.test(path));
}
