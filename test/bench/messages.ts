/** Ways to write lines, by the name of their file. */
export type MethodName =
	| 'bizprocLog'
	| 'bizprocLogStopping'
	| 'readyMade'
	| 'sdk'
	| 'oneByOne'
	| 'allAtOnce'
	| 'noOperation'
	| 'editFields';

/** The limits a client is told of, if it has a way to be told. */
export type Plan = 'unlimited' | 'ordinary' | 'enterprise';

/** How the items of different workflows follow one another. */
export type Arrangement = 'interleaved' | 'contiguous' | 'random';

/** What a child process is to do. */
export interface Job {
	/** With several, each repetition runs one after the other in this process. */
	methods: MethodName[];
	webhookUrl: string;
	plan: Plan;
	/** One for each workflow. */
	eventTokens: string[];
	/** Where the process gets warm: the same portal at another address, so that no client learns of this one's limits. */
	warmUp: { webhookUrl: string; eventToken: string };
	lines: number;
	arrangement: Arrangement;
	repetitions: number;
}

/** What one repetition of one method has cost its process. */
export interface Measurement {
	method: MethodName;
	/** Lines of which the method itself says that the portal has taken them. */
	accepted: number;
	seconds: number;
	processorSeconds: number;
	/** Of the process since its start, in bytes. */
	peakMemory: number;
	/** Why the method ended early, if it did. */
	broken?: string;
}

export type ToChild = { kind: 'prepare'; job: Job } | { kind: 'go' };

export type FromChild =
	| { kind: 'ready' }
	| { kind: 'done'; measurements: Measurement[] }
	| { kind: 'failed'; reason: string };
