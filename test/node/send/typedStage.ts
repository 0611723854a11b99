import type { IDataObject, INode } from 'n8n-workflow';
import type { PortalOptions } from '../../portal/contract';
import { asApplication } from '../../portal/rest/asApplication';
import { inLine, SEND } from '../plans';
import { openStage, toEnding, type Stage } from '../stage';

/** A process that waits at a step with one declared return value, and Send Result behind the trigger that declares it. */
export interface TypedStage extends Stage {
	answer(field: IDataObject, value: unknown, more?: Answering): Promise<Answered>;
}

interface Answering {
	/** In place of the item's value, e.g. `={{ $now }}`. */
	expression?: string;
	/** Of the trigger, e.g. other settings. */
	trigger?: Partial<INode>;
}

/** What the process has now, and what n8n has said. */
interface Answered {
	/** As the process keeps it; undefined when it still waits. */
	kept?: unknown;
	/** Kept, but no later step can use it as what it was declared. */
	isUnfit: boolean;
	/** Why nothing was sent. */
	said?: string;
	advice?: string;
}

export async function openTypedStage(options: PortalOptions = {}): Promise<TypedStage> {
	const stage = await openStage(options);
	const { portal } = stage;
	const call = asApplication(portal);
	let steps = 0;

	async function waitAt(field: IDataObject): Promise<string> {
		const code = `step_${(steps += 1)}`;
		const { type, multiple, options: lines } = field;
		const pairs = String(lines ?? '')
			.split('\n')
			.map((line) => line.split('='));
		const it = {
			...{ Name: 'It', Type: type, Multiple: multiple ? 'Y' : 'N' },
			...(lines !== undefined && { Options: pairs }),
		};
		const step = { CODE: code, HANDLER: 'http://127.0.0.1:9/', NAME: code, RETURN_PROPERTIES: { it } };
		await call('bizproc.robot.add', step);
		return (await portal.runStep({ code })).workflowId;
	}

	return {
		...stage,
		async answer(field, value, { expression, trigger } = {}) {
			const id = await waitAt(field);
			const { eventToken } = portal.process(id);
			const first: Partial<INode> = {
				type: 'n8n-nodes-bitrix24-bizproc.bizprocTrigger',
				webhookId: 'webhook-id',
				credentials: { bitrix24OAuth2Api: { id: 'oauth2', name: 'oauth2' } },
				parameters: { name: 'Check', returnProperties: { field: [{ key: 'it', ...field }] } } as never,
				...trigger,
			};
			const parameters = {
				returnValuesMode: 'fields',
				returnValues: { value: [{ key: 'it', value: expression ?? '={{ $json.value }}' }] },
			};
			const items = [{ eventToken, value } as IDataObject];
			const { error } = toEnding(
				await stage.engine.start(inLine({ nodeName: SEND, items, parameters }, first)).finished,
				SEND,
			);
			const [returned] = portal.process(id).returned;
			return {
				kept: returned?.values.it,
				isUnfit: returned?.unfit !== undefined,
				said: error?.message,
				advice: error?.description,
			};
		},
	};
}
