/** What happens to one request. `ran`: the portal carried it out nevertheless. */
export type Fault =
	/** No connection comes about. */
	| { kind: 'unreachable'; code: string; connecting: boolean }
	| { kind: 'lost'; code: string; ran: boolean }
	/** Nothing comes back, until the client gives up. */
	| { kind: 'silence'; ran: boolean }
	| { kind: 'page'; status: number; ran: boolean }
	/** By what stands in front of the portal, so it never comes there. */
	| { kind: 'turnedBack'; status: number; retryAfter?: string }
	| { kind: 'brokenJson'; ran: boolean }
	/** The portal's refusal of the whole request. */
	| { kind: 'refusal'; status: number; code: unknown; retryAfter?: string | number; words?: boolean }
	/** The same for some commands of a batch: every so many, from the first on. */
	| { kind: 'commandRefusal'; code: unknown; first: number; every: number }
	| { kind: 'oddAnswer'; shape: OddAnswer; ran: boolean }
	| { kind: 'oddEntry'; shape: OddEntry; ran: boolean; first: number; every: number }
	| { kind: 'oddTime'; shape: number }
	| { kind: 'redirect'; to: 'page' | 'plain' | 'otherPath' | 'nonsense' | 'nothing' }
	/** The portal takes its time. */
	| { kind: 'slow'; ms: number }
	/** It drops the words that a proxy has put in, or a portal that quotes what it was sent. */
	| { kind: 'gossip'; code: string };

/** A whole answer that is not what it should be. */
export const ODD_ANSWERS = [
	'null',
	'list',
	'number',
	'text',
	'emptyObject',
	'resultNull',
	'resultList',
	'resultNumber',
	'resultText',
	'resultsMissing',
	'resultsList',
	'errorsList',
	'errorsNull',
	'errorsNumber',
	'timesNull',
	'errorNull',
	'errorObject',
	'errorList',
	'throwingBody',
	'throwingResult',
	'throwingErrors',
	'throwingHeaders',
	'throwingTime',
	'proxy',
	'deep',
] as const;
export type OddAnswer = (typeof ODD_ANSWERS)[number];

/** The entry of one command that is not what it should be. */
export const ODD_ENTRIES = [
	'missing',
	'both',
	'resultNull',
	'resultFalse',
	'resultText',
	'resultList',
	'resultNumber',
	'errorNull',
	'errorText',
	'errorNumber',
	'errorList',
	'errorEmpty',
	'codeEmpty',
	'codeNull',
	'codeZero',
	'codeObject',
	'codeCore',
	'throwingCode',
	'throwingEntry',
	'otherKeys',
] as const;
export type OddEntry = (typeof ODD_ENTRIES)[number];

export type Renewal =
	| { kind: 'granted' }
	| { kind: 'refused' }
	| { kind: 'unreachable'; code: string }
	| { kind: 'page'; status: number }
	| { kind: 'silence' };
