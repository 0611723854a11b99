/** For tests: the batch command that logs a text, encoded as the documentation asks. */
export function logCommand(eventToken: string, text: string): string {
	return `bizproc.activity.log?EVENT_TOKEN=${encodeURIComponent(eventToken)}&LOG_MESSAGE=${encodeURIComponent(text)}`;
}
