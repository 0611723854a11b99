/** What a portal answers, as n8n's HTTP client sees it. */
export interface Reply {
	status: number;
	headers: Record<string, unknown>;
	/** JSON as read, or the text of a page. */
	body: unknown;
}

/** The portal's own refusal, of a request or of one command. */
export class Refusal {
	constructor(
		readonly status: number,
		readonly code: unknown,
		readonly words = 'Said by the portal',
		readonly headers: Record<string, unknown> = {},
	) {}

	get body(): Record<string, unknown> {
		return { error: this.code, error_description: this.words };
	}

	get reply(): Reply {
		return { status: this.status, headers: this.headers, body: this.body };
	}
}

export const page = (status: number, headers: Record<string, unknown> = {}): Reply => ({
	status,
	headers,
	body: `<html><body><h1>${status}</h1></body></html>`,
});
