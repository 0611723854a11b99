/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- looks where n8n looks */
import { join } from 'node:path';
import { loadOutputSchema } from 'n8n-core';
import type { IDataObject } from 'n8n-workflow';
import { SEND } from './plans';
import { fields, openTriggerStage, type TriggerStage } from './trigger/stage';
import { triggerNode } from './trigger/workflow';

/**
 * What the editor shows of a node that has not run: found as n8n finds it, and the same as what really comes out. Behind
 * the trigger the editor of n8n 2.41 shows none ("Trigger nodes do not have schema previews"), so the other nodes bring
 * the fields along that go on with each item.
 */

const schemaOf = (node: string, operation: { resource?: string; operation?: string } = {}) =>
	loadOutputSchema({
		nodeDir: join(__dirname, '..', '..', 'dist', 'nodes', node),
		version: 1,
		...operation,
	});

/** The same for an item that has come out. */
function shapeOf(value: unknown): object {
	if (value === null) return { type: 'null' };
	if (Array.isArray(value)) return { type: 'array', items: shapeOf(value[0]) };
	if (typeof value !== 'object') return { type: typeof value };
	const properties = Object.entries(value as object).map(([name, inner]) => [name, shapeOf(inner)]);
	return { type: 'object', properties: Object.fromEntries(properties) };
}
const shown = (item: IDataObject) => ({ ...shapeOf(item), version: 1 });

let stage: TriggerStage;
let started: IDataObject;
beforeAll(async () => {
	stage = await openTriggerStage();
	const node = triggerNode({ code: 'check', returnProperties: fields({ key: 'answer' }) });
	expect(await stage.n8n.publish(node)).toBeUndefined();
	const { templateId } = stage.portal.publishTemplate({ steps: [{ kind: 'robot', code: 'check' }] });
	await stage.portal.startProcess({ templateId });
	started = stage.n8n.started[0].json;
});
afterAll(async () => await stage.close());

it('Bizproc Trigger', () => expect(schemaOf('BizprocTrigger')).toEqual(shown(started)));

it('Bizproc Log, behind the trigger', async () => {
	const { passed } = await stage.run({ items: [started], parameters: { message: 'Hello' } });
	expect(schemaOf('BizprocLog')).toEqual(shown(passed[0].json));
});

it('Send Result, behind the trigger', async () => {
	const { passed } = await stage.run({
		nodeName: SEND,
		items: [started],
		parameters: { returnValuesMode: 'json', returnValuesJson: '{}' },
	});
	expect(schemaOf('Bizproc', { resource: 'event', operation: 'send' })).toEqual(shown(passed[0].json));
});
