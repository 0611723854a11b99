import type { StepKind } from '../options';
import type { StepFields } from './fields';

/** A step an application offers to those who draw processes. */
export interface Registration {
	kind: StepKind;
	code: string;
	fields: StepFields;
}

/** The steps of the one application the portal knows: robots and activities share one space of codes. */
export class Registrations {
	private readonly byCode = new Map<string, Registration>();

	/** By the code alone: that is all a process knows of a step. */
	find(code: string): Registration | undefined {
		return this.byCode.get(code);
	}

	keep(registration: Registration): void {
		this.byCode.set(registration.code, registration);
	}

	remove(code: string): void {
		this.byCode.delete(code);
	}

	all(): Registration[] {
		return [...this.byCode.values()];
	}
}
