import type { IDataObject } from 'n8n-workflow';
import { SEND, type Scene } from '../plans';
import { openStage, type Ending, type Stage } from '../stage';

/** A portal, an engine, and Send Result between a first node and one behind each of its outputs. */
export interface SendStage extends Stage {
	send(scene: Scene): Promise<Ending>;
	/** So many processes that each wait at a step. */
	steps(count: number): Step[];
	/** What the portal has taken as the result of a step. */
	returned(step: Step): unknown;
	/** What was asked of the portal, as `method commands`. */
	asked(): string[];
}

export interface Step {
	workflowId: string;
	eventToken: string;
}

export async function openSendStage(): Promise<SendStage> {
	const stage = await openStage();
	const { portal } = stage;
	return {
		...stage,
		send: async (scene) => await stage.run({ nodeName: SEND, ...scene }),
		steps: (count) => Array.from({ length: count }, () => portal.startWorkflow()),
		returned: (step) =>
			withLists(portal.workflows().find(({ workflowId }) => workflowId === step.workflowId)?.returnValues),
		asked: () => portal.requests.map(({ method, commands }) => `${method} ${commands.length}`),
	};
}

/** A PHP array with the keys 0, 1, … is a list. */
function withLists(value: unknown): unknown {
	if (typeof value !== 'object' || value === null) return value;
	const entries = Object.entries(value).map(([key, inner]) => [key, withLists(inner)] as const);
	const isList = entries.length > 0 && entries.every(([key], index) => key === String(index));
	return isList ? entries.map(([, inner]) => inner) : Object.fromEntries(entries);
}

/** An item that answers a step. */
export const itemFor = ({ eventToken }: Step, values: IDataObject = { a: 'x' }): IDataObject => ({
	eventToken,
	values,
});

export const detailsOf = (item: { json: IDataObject }): IDataObject => item.json.details as IDataObject;
