/** A running program that n8n uses. */
export interface Service {
	/** What tells n8n where it is. */
	settings: Record<string, string>;
	stop(): Promise<void>;
}
