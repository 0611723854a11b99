import { createHash, createHmac, randomBytes, randomInt } from 'node:crypto';
import { ACCESS_DENIED } from '../rest/errors';

/** What an event token names: `<workflowId>|<activityName>|<eventId>.<signature>`. */
export interface Step {
	workflowId: string;
	activityName: string;
	/** Changes each time the workflow comes to the step; case matters. */
	eventId: string;
}

const LETTERS_AND_DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

export function randomText(length: number): string {
	return Array.from({ length }, () => LETTERS_AND_DIGITS[randomInt(62)]).join('');
}

/** PHP's `uniqid('', true)`: 14 hex digits, a dot, 8 decimal digits. */
export function newWorkflowId(): string {
	return `${randomBytes(7).toString('hex')}.${String(randomInt(1e8)).padStart(8, '0')}`;
}

export function newActivityName(): string {
	return `A${[0, 0, 0, 0].map(() => randomInt(10_000, 100_000)).join('_')}`;
}

/** Signs and checks event tokens. They are bound to the portal only: no user, no application, no expiry. */
export class TokenSigner {
	private readonly key: Buffer;

	constructor(portalSecret: string) {
		this.key = createHash('sha256').update(`bizproc${portalSecret}`).digest();
	}

	sign({ workflowId, activityName, eventId }: Step): string {
		const text = `${workflowId}|${activityName}|${eventId}`;
		return `${text}.${this.signature(text)}`;
	}

	/** Whatever is wrong with a token, the portal says ACCESS_DENIED. Nothing is trimmed. */
	read(token: unknown): Step {
		if (typeof token !== 'string') throw ACCESS_DENIED;
		// The workflow id holds a dot of its own.
		const dot = token.lastIndexOf('.');
		const text = token.slice(0, Math.max(dot, 0));
		if (this.signature(text) !== token.slice(dot + 1)) throw ACCESS_DENIED;
		const [workflowId, activityName, eventId] = text.split('|');
		if (eventId === undefined) throw ACCESS_DENIED;
		return { workflowId, activityName, eventId };
	}

	private signature(text: string): string {
		return createHmac('sha256', this.key).update(text).digest('hex');
	}
}
