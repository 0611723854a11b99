import type { Patience } from './patience';
import type { Room } from './room';

/** One request, and what it takes of that which executions share. */
export interface Request {
	method: string;
	/** How many commands it carries. */
	size: number;
	workflows: string[];
	send(): Promise<Report>;
}

/** What the portal made of a request: it took it (or may have), had no room for it, or never saw it. */
export interface Report {
	end: 'taken' | 'refused' | 'unsent';
	/** The portal named a time before which it takes nothing, and why. */
	pause?: Pause;
	/** How long the request took, and what of it the portal needed for each command, if it ran any. */
	milliseconds?: number;
	perCommandMs?: number;
	/** The run cannot go on: this is a fault of ours. */
	broken?: Broken;
}

export interface Broken {
	error: unknown;
}

export interface Pause {
	/** Unix milliseconds. */
	untilMs: number;
	code: string;
}

/** One run of a node. It is asked what it would send next, and nothing is taken from others until it is sent. */
export interface Sender {
	/** Tells credentials apart. */
	credential: string;
	/** Requests that may be under way at the same time. */
	lanes: number;
	patience: Patience;
	/** It has nothing left to send. */
	isOver(): boolean;
	/** Nothing of it may go before, in unix milliseconds. */
	heldUntilMs(): number;
	next(room: Room): Request | undefined;
	/** When something that was put off may go again, in unix milliseconds. */
	againMs(nowMs: number): number;
	/** Max Wait is over, and what is left belongs to workflows that others have requests under way for. */
	giveUpHeld(): void;
	/** The portal has named a time that is too late. */
	giveUp(pause: Pause): void;
}
