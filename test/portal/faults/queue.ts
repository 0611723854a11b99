import type { Fault } from './fault';
import { mentions } from './mentions';

/** The queue of faults. Of several that match, the one queued first strikes, and a standing one only if none does. */
export class Faults {
	/** They strike again and again. */
	standing: Fault[] = [];
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
			if (!isMeant(fault, on, method, params)) continue;
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
		return this.standing.find((fault) => isMeant(fault, on, method, params));
	}
}

function isMeant(fault: Fault, on: 'request' | 'command', method: string, params: unknown): boolean {
	if ((fault.on ?? 'request') !== on) return false;
	if (fault.method !== undefined && fault.method !== method) return false;
	return fault.workflowId === undefined || mentions(params, fault.workflowId);
}
