import type { Scenario } from './scenario';

/** Numbers that name something name something that is there. */
export function fitted(drawn: Scenario): Scenario {
	const { portals } = drawn;
	const fit = (index: number, list: unknown[]) => index % list.length;
	const workflows = drawn.workflows.map((one, index) => ({
		...one,
		portal: index < portals.length ? index : fit(one.portal, portals),
	}));
	const credentials = drawn.credentials.map((one) => ({ ...one, portal: fit(one.portal, portals) }));
	const nodes = drawn.nodes.map((one) => ({ ...one, credential: fit(one.credential, credentials) }));

	/** A node is given tokens of the portal that it is connected to. */
	function fitWorkflow(index: number, node: number): number {
		const { portal } = credentials[nodes[node].credential];
		const there = workflows.flatMap((workflow, number) => (workflow.portal === portal ? [number] : []));
		return there[fit(index, there)];
	}
	const executions = drawn.executions.map((one) => ({
		...one,
		turns: one.turns.map((turn) => {
			const node = fit(turn.node, nodes);
			const items = turn.items.map((item) => ({ ...item, workflow: fitWorkflow(item.workflow, node) }));
			return { ...turn, node, items };
		}),
	}));
	return { ...drawn, workflows, credentials, nodes, executions };
}
