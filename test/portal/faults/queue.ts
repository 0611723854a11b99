import type { Fault } from './fault';
import { mentions } from './mentions';

/** The queue of faults. Of several that match, the one queued first strikes. */
export class Faults {
	private pending: Array<{ fault: Fault; passed: number; struck: number }> = [];

	add(fault: Fault): void {
		this.pending.push({ fault, passed: 0, struck: 0 });
	}

	clear(): void {
		this.pending = [];
	}

	/** The fault that strikes this request or command, if any; counts it. */
	strike(on: 'request' | 'command', method: string, params: unknown): Fault | undefined {
		for (const entry of this.pending) {
			const { fault } = entry;
			if ((fault.on ?? 'request') !== on) continue;
			if (fault.method !== undefined && fault.method !== method) continue;
			if (fault.workflowId !== undefined && !mentions(params, fault.workflowId)) continue;
			if (entry.passed < (fault.after ?? 0)) {
				entry.passed++;
				continue;
			}
			entry.struck++;
			if (entry.struck >= (fault.times ?? 1)) {
				this.pending = this.pending.filter((other) => other !== entry);
			}
			return fault;
		}
		return undefined;
	}
}
