import type { Reply } from '../http/reply';
import { escapeHtml } from './html';

const STYLE = `
body{margin:0;background:#eef2f4;color:#333;font:15px/1.5 system-ui,sans-serif}
header{background:#2fc6f6;color:#fff;padding:14px 24px;font-size:20px}
main{max-width:900px;margin:24px auto;padding:0 16px}
section{background:#fff;border-radius:8px;padding:16px 20px;margin-bottom:16px;box-shadow:0 1px 3px #0001}
h2{margin:0;font-size:17px}small{color:#80868e}
.state{float:right;border-radius:12px;padding:1px 10px;background:#dff6fd;color:#0b66c3;font-size:13px}
table{width:100%;border-collapse:collapse;margin-top:10px}td{border-top:1px solid #eef2f4;padding:6px 4px;vertical-align:top}
td.at{white-space:nowrap;color:#80868e;width:1%;padding-right:16px}td.text{white-space:pre-wrap;overflow-wrap:anywhere}
.steps .waiting{background:#fff8dc}.steps .failed{background:#ffe3e3}.steps [class='to come']{color:#80868e}
button{background:#bbed21;border:0;border-radius:4px;padding:10px 24px;font:inherit;font-weight:600;cursor:pointer}`;

/** A whole page. `content` is HTML; the title is text. */
export function page(status: number, title: string, content: string, refreshSeconds = 0): Reply {
	const refresh = refreshSeconds ? `<meta http-equiv="refresh" content="${refreshSeconds}">` : '';
	const text = `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">${refresh}
<meta name="viewport" content="width=device-width"><title>${escapeHtml(title)}</title><style>${STYLE}</style></head>
<body><header>Bitrix24 stand-in portal</header><main><h1>${escapeHtml(title)}</h1>${content}</main></body></html>`;
	return { status, headers: { 'Content-Type': 'text/html; charset=utf-8' }, text };
}
