import type { Workflow } from '../bizproc/workflows';
import type { Desk } from '../desk';

/** Who calls: the inbound webhook, or an application in the name of a user. */
export type Caller = 'webhook' | 'application';

/** A call whose parameters were found good: what is left to do, inside a workflow or not. */
export type Work = { run(): unknown } | { workflowId: string; runIn(workflow: Workflow): unknown };

export interface Method {
	/** Without a scope: open to every caller. */
	scope?: 'bizproc';
	/** Checks the parameters; throws a Refusal. */
	prepare(desk: Desk, params: Record<string, unknown>, caller: Caller): Work;
}
