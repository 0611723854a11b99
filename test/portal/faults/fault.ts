/** A fault to come. Without `method` or `workflowId` it strikes whatever comes next. */
export type Fault = {
	/** How often it strikes. Default 1. */
	times?: number;
	/** Only requests (or, on commands, commands) of this method. */
	method?: string;
	/** Only requests (or commands) that touch this workflow. */
	workflowId?: string;
	/** `command`: single commands inside a batch, where only the refusing kinds make sense. Default `request`. */
	on?: 'request' | 'command';
	/** Let this many matching ones pass first. */
	after?: number;
} & Strike;

export type Strike = Refusing | Unreadable;

/** Answered in the portal's own form; nothing runs. */
export type Refusing =
	| {
			kind: 'refuse';
			status: number;
			code: string | number;
			description?: string;
			headers?: Record<string, string>;
			extra?: Record<string, unknown>;
	  }
	| { kind: 'busy' }
	| { kind: 'queryLimit' }
	/** With `resetsInSeconds` every later success carries that `operating_reset_at`; the 429 itself never does. */
	| { kind: 'operatingLimit'; resetsInSeconds?: number };

/** Late, lost or not the portal's form. `ran`: the call was carried out nevertheless. */
export type Unreadable =
	| { kind: 'delay'; ms: number }
	| { kind: 'dropBefore' }
	| { kind: 'dropAfter' }
	| { kind: 'html'; status: number; headers?: Record<string, string>; ran?: boolean }
	| { kind: 'brokenJson'; ran?: boolean }
	| { kind: 'silence'; ran?: boolean }
	| { kind: 'redirect'; status?: number; location: string };
