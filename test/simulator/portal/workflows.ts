import { keyOf } from '../drawing/material';
import type { WorkflowPlan } from '../drawing/scenario';
import type { World } from '../world/world';
import { Refusal } from './reply';

/** A running workflow of a portal, with one step that waits. */
export interface Workflow {
	id: string;
	token: string;
	plan: WorkflowPlan;
	isClosed: boolean;
	/** A request executes it. */
	isBusy: boolean;
	/** Nothing keeps it from taking a line. */
	heal(): void;
	/** Why it takes nothing now; code 404 and 423 are texts in new versions, numbers in old ones. */
	refusal(): Refusal | undefined;
}

export function openWorkflow(
	world: World,
	plan: WorkflowPlan,
	number: number,
	oldCodes: boolean,
	name = '',
): Workflow {
	const startMs = world.now();
	const id = `66e412fdc9bd${number}${name}.3630659${number}`;
	const code = (text: string) => (oldCodes ? Number(text) : text);
	let healed = false;

	return {
		id,
		token: `${id}|A1_2_3_${number}|hsyUws1j4XiwqPqN45eH66CcQtEvpUI${number}.47dd5d${number}`,
		plan,
		isClosed: plan.state === 'closed',
		isBusy: false,
		heal() {
			healed = true;
			this.isClosed = false;
			this.isBusy = false;
		},
		refusal() {
			const passedMs = world.now() - startMs;
			const [from, to] = plan.busyMs ?? [0, 0];
			const hasEnded = plan.state === 'ended' || passedMs >= (plan.endsMs ?? Infinity);
			if (hasEnded && !healed) return new Refusal(400, code('404'), 'The business process is not found.');
			if (this.isBusy || (passedMs >= from && passedMs < to && !healed)) {
				return new Refusal(400, code('423'), 'The workflow is hung or being executed');
			}
			return undefined;
		},
	};
}

/** What a portal keeps of a result: the one value that the simulator's nodes return. */
export function keyOfResult(token: string, values: unknown): string {
	const answer = isMap(values) ? values.answer : undefined;
	if (answer === undefined) return keyOf(token, '');
	return keyOf(token, isMap(answer) ? JSON.stringify(Object.values(answer)) : String(answer));
}

const isMap = (value: unknown): value is Record<string, unknown> =>
	typeof value === 'object' && value !== null;
