import type { IDataObject } from 'n8n-workflow';
import type { Reply } from '../answers/reply';
import type { Clock } from './clock';

/** Bounds the wait for an authorization server that says nothing. */
export interface Bound {
	/** The wait begins. @returns how long it may last, in milliseconds */
	begin(): number;
	/** The execution was stopped. */
	signal?: AbortSignal;
}

/** What all executions of this process know of the way to a portal. */
export interface Whereabouts {
	clock: Clock;
	/** It was renamed: the origin it has now. */
	movedTo?: string;
	/** When something came back from it last, in unix milliseconds. */
	heardMs?: number;
	/** How often the access of a credential was renewed, by the credential's name. */
	renewals: Map<string, number>;
}

/**
 * Sends one POST to a method of the portal. Never throws: whatever happens is a reply.
 * @param bound how long an authorization server that says nothing is waited for
 */
export type Send = (method: string, body: IDataObject, bound: Bound) => Promise<Reply>;
