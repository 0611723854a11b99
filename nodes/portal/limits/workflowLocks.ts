/**
 * The workflows of one portal that this process has a request under way for, whichever execution, node or credential
 * it is of: the portal refuses a second call for a workflow while it works on the first.
 */
export interface WorkflowLocks {
	/** @param workflow empty: the call touches none, and waits for none */
	isFree(workflow: string): boolean;
	/** Takes them all. @returns gives them back */
	take(workflows: string[]): () => void;
}

export function openWorkflowLocks(): WorkflowLocks {
	const taken = new Set<string>();

	return {
		isFree: (workflow) => !taken.has(workflow),
		take(workflows) {
			const named = workflows.filter((workflow) => workflow !== '');
			for (const workflow of named) taken.add(workflow);
			return () => named.forEach((workflow) => taken.delete(workflow));
		},
	};
}
