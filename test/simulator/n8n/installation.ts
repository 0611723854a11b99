import type { ICredentialDataDecryptedObject, INode } from 'n8n-workflow';
import type { NodePlan, Scenario } from '../drawing/scenario';
import { unreachable } from '../portal/clientErrors';
import { openNetwork, type Network, type Place } from '../portal/network';
import { openPortal } from '../portal/simulatedPortal';
import { openWorkflow, type Workflow } from '../portal/workflows';
import { randomFrom } from '../world/random';
import type { World } from '../world/world';
import { openServer } from './authorizationServer';
import { openCredential, type Credential } from './credentials';
import { openDatabase, type Database } from './database';
import { startProcess, type N8nProcess, type OpenProcess } from './n8nProcess';

/** All that outlives a process of n8n, and the processes that run now. */
export interface Installation {
	nodes: INode[];
	credentials: Credential[];
	database: Database;
	network: Network;
	places: Place[];
	workflows: Workflow[];
	isOld: boolean;
	/** One more node, as the last of `nodes`. */
	addNode(plan: NodePlan): void;
	readCredential(node: NodePlan, type: string): Promise<ICredentialDataDecryptedObject>;
	/** The one that runs in this place now. */
	process(place: number): N8nProcess;
	/** All that were ever started. */
	readonly processes: N8nProcess[];
	/** Kills the one in this place; the next is started in its stead. @returns the killed one */
	kill(place: number): N8nProcess;
}

export const originOf = (portal: number) => `https://portal${portal}.example`;

/** @param memory makes what the nodes of a process share */
export function openInstallation(world: World, scenario: Scenario, memory?: OpenProcess): Installation {
	const random = randomFrom(scenario.chance);
	const workflows = scenario.workflows.map((plan, number) =>
		openWorkflow(world, plan, number, scenario.portals[plan.portal].oldCodes, scenario.name),
	);
	const places = scenario.portals.map((plan, number): Place => {
		const own = workflows.filter((workflow) => workflow.plan.portal === number);
		return {
			portal: openPortal(world, plan, new Map(own.map((workflow) => [workflow.token, workflow])), random),
			origin: originOf(number),
			newOrigin: `https://renamed${number}.example`,
			renamedAtRequest: plan.renamedAtRequest ?? Infinity,
			latencyMs: plan.latencyMs,
		};
	});
	const faults = new Map(scenario.faults.map(({ request, fault }) => [request, fault]));
	const network = openNetwork(world, places, faults, random);
	const database = openDatabase(world, scenario.database, random);
	const server = openServer(world, scenario.renewals, random, unreachable);
	const credentials = scenario.credentials.map((plan, number) =>
		openCredential(world, plan, number, originOf(plan.portal), server),
	);
	const processes: N8nProcess[] = [];
	const running = new Map<number, N8nProcess>();

	function start(place: number): N8nProcess {
		const process = startProcess(world, processes.length, random, memory);
		processes.push(process);
		running.set(place, process);
		return process;
	}

	const nodes = scenario.nodes.map(toNode);
	return {
		...{ nodes, credentials, database, network, places, workflows, processes, isOld: scenario.oldN8n },
		addNode: (plan) => void nodes.push(toNode(plan, nodes.length)),
		readCredential: async ({ credential }, type) => {
			const { plan, read } = credentials[credential];
			if (type !== typeOf(plan.kind)) throw new Error(`Node does not have any credentials of type ${type}`);
			return read();
		},
		process: (place) => running.get(place) ?? start(place),
		kill(place) {
			const killed = running.get(place) ?? start(place);
			killed.isKilled = true;
			killed.clock.kill();
			network.forget(killed.number);
			database.forget(killed.number);
			running.delete(place);
			return killed;
		},
	};

	function toNode(plan: NodePlan, number: number): INode {
		const { operation, worked, isTool, maxWaitSeconds, lanes, resultField, onError } = plan;
		const { kind } = credentials[plan.credential].plan;
		const mapped = (field: string) =>
			worked ? `={{ $json.${field} ?? $json.${field} }}` : `={{ $json.${field} }}`;
		const options = { maxWaitSeconds, lanes, resultField };
		return {
			id: `node${number}`,
			name: `Node ${number}`,
			type: `n8n-nodes-bitrix24-bizproc.bizproc${operation === 'log' ? 'Log' : ''}${isTool ? 'Tool' : ''}`,
			typeVersion: 1,
			position: [0, 0],
			onError,
			credentials: { [typeOf(kind)]: { id: `credential${plan.credential}`, name: 'c' } },
			parameters: {
				authentication: kind,
				eventToken: mapped('eventToken'),
				...(operation === 'log'
					? { message: mapped('message') }
					: { returnValuesMode: 'json', returnValuesJson: mapped('values'), logMessage: '' }),
				options: Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined)),
			},
		} as INode;
	}
}

const typeOf = (kind: 'webhook' | 'oAuth2') =>
	kind === 'oAuth2' ? 'bitrix24OAuth2Api' : 'bitrix24WebhookApi';
