import type { Reply } from '../http/reply';
import { type Content, markup } from './markup';

/** Whatever slips through: no script but the page's own runs, and nothing is loaded from elsewhere. */
const POLICY = "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src 'self'";

/** A whole page. `head` takes what only some pages need. */
export function page(status: number, title: string, content: Content, head?: Content): Reply {
	const { text } = markup`<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<link rel="icon" href="/page/portal.svg">
<link rel="stylesheet" href="/page/portal.css">
${head}
</head>
<body>
${content}
</body>
</html>`;
	const headers = { 'Content-Type': 'text/html; charset=utf-8', 'Content-Security-Policy': POLICY };
	return { status, headers, text };
}

/** A page with one thing to read or to decide. */
export function notice(status: number, title: string, content: Content): Reply {
	return page(
		status,
		title,
		markup`<main class="notice"><section class="card"><h1>${title}</h1>${content}</section></main>`,
	);
}
