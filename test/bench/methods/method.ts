import type { Plan } from '../messages';

/** One item of a workflow in n8n, as another service would have delivered it. */
export interface LineItem {
	number: number;
	customer: string;
	eventToken: string;
	message: string;
}

/** One way to write a line for each item. */
export interface Method {
	/** Makes ready what is not to be measured. */
	prepare?(items: LineItem[]): void;
	/** @returns how many lines it believes to be accepted */
	write(items: LineItem[]): Promise<number>;
}

export interface MethodOptions {
	/** With a trailing slash. */
	webhookUrl: string;
	plan: Plan;
}

export const LOG_METHOD = 'bizproc.activity.log';
