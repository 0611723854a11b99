import type { INodeProperties, INodePropertyCollection, INodeTypeDescription } from 'n8n-workflow';
import { NodeHelpers } from 'n8n-workflow';
import { Bizproc } from '../../nodes/Bizproc/Bizproc.node';
import { BizprocLog } from '../../nodes/BizprocLog/BizprocLog.node';
import { BizprocTrigger } from '../../nodes/BizprocTrigger/BizprocTrigger.node';

/** What a person sees of the nodes' forms, and when. */

const trigger = new BizprocTrigger().description;
const log = new BizprocLog().description;
const send = new Bizproc().description;

const byName = (properties: INodeProperties[], name: string) => properties.find((one) => one.name === name)!;
const rowOf = ({ properties }: INodeTypeDescription, name: string) =>
	(byName(properties, name).options as INodePropertyCollection[])[0].values;
const shown = (properties: INodeProperties[], values: Record<string, string>) =>
	properties.filter((one) => NodeHelpers.displayParameter(values, one, null, null)).map(({ name }) => name);

/** All fields, those in lists and options included. */
const everyField = (fields: INodeProperties[]): INodeProperties[] =>
	fields.flatMap((field) => [
		field,
		...everyField(((field.options ?? []) as INodeProperties[]).filter((one) => 'type' in one)),
		...((field.options ?? []) as INodePropertyCollection[]).flatMap(({ values = [] }) => everyField(values)),
	]);

describe.each([trigger, log, send])('The texts of $displayName', ({ properties }) => {
	it.each(everyField(properties).filter(({ description, hint }) => description ?? hint))(
		'are short at $displayName',
		({ description = '', hint = '' }) => {
			expect(description.length).toBeLessThan(150);
			expect(hint.length).toBeLessThan(110);
		},
	);
});

describe('The trigger', () => {
	it('has a name from the start, so that nothing but the credential is missing', () => {
		expect(byName(trigger.properties, 'name').default).toMatch(/\w/);
	});

	it('says what comes first as long as the step has the name from the start', () => {
		const { default: name } = byName(trigger.properties, 'name');
		expect(shown(trigger.properties, { name: name as string })).toContain('needs');
		expect(shown(trigger.properties, { name: 'Check the rating' })).not.toContain('needs');
	});

	it.each(['active', 'inactive'] as const)('says beside the button what it does: %s', (state) => {
		const { activationHint } = trigger.triggerPanel as { activationHint: Record<string, string> };
		expect(activationHint[state]).toMatch(/“\(test\)”.*two minutes.*process waits .*until/);
	});

	it('says where to go while n8n listens', () => {
		expect(trigger.hints).toMatchObject([{ location: 'outputPane', whenToDisplay: 'beforeExecution' }]);
		expect(trigger.hints![0].message).toMatch(/While n8n listens: .*\(test\).*template/);
	});

	it.each(['properties', 'returnProperties'])(
		'asks for three things in a row of %s, and more on demand',
		(name) => {
			const row = rowOf(trigger, name);
			const first = row.filter(({ typeOptions }) => typeOptions?.showEvenWhenOptional);
			expect(byName(trigger.properties, name).typeOptions?.hideOptionalFields).toBe(true);
			expect(shown(first, { type: 'string' })).toEqual(['label', 'key', 'type']);
			expect(shown(first, { type: 'select' })).toEqual(['label', 'key', 'type', 'options']);
		},
	);

	it('does not ask of a return value what only people fill in', () => {
		const names = rowOf(trigger, 'returnProperties').map(({ name }) => name);
		expect(names).toEqual(['label', 'key', 'type', 'options', 'multiple']);
		expect(byName(trigger.properties, 'returnProperties').placeholder).toBe('Add Return Value');
		expect(byName(trigger.properties, 'properties').placeholder).toBe('Add Field');
	});

	it('tells the rule of keys at the field', () => {
		expect(byName(rowOf(trigger, 'properties'), 'key').hint).toMatch(
			/Latin letters.*Empty: made from the label/,
		);
	});

	it('says of both kinds of step where people find them', () => {
		const kinds = byName(trigger.properties, 'kind').options as Array<{ value: string; description: string }>;
		expect(kinds.map(({ value, description }) => [value, description])).toEqual([
			['robot', 'Among the automation rules of CRM stages, and in the workflow designer'],
			['activity', 'In the workflow designer only'],
		]);
	});
});

describe('Bizproc Log', () => {
	it('is ready to run behind the trigger', () => {
		const missing = log.properties.filter((one) => one.required && one.default === '');
		expect(missing.map(({ name }) => name)).toEqual([]);
	});
});

describe('Send Result', () => {
	it('is called by its name under the node', () => {
		expect(send.subtitle).toContain('"Send Result"');
	});

	it('says where its keys come from, and shows an example of JSON', () => {
		expect(byName(rowOf(send, 'returnValues'), 'key').hint).toMatch(/Bizproc Trigger/);
		expect(byName(send.properties, 'returnValuesJson').default).toBe('');
		expect(byName(send.properties, 'returnValuesJson').hint).toContain('{ "answer": "approved" }');
	});

	it('shows the form of JSON that takes every text, and says what a file is', () => {
		const { hint, description } = byName(send.properties, 'returnValuesJson');
		expect(hint).toContain('{{ JSON.stringify({ answer: $json.answer }) }}');
		expect(description).toMatch(/no expression inside quotes/);
		expect(byName(rowOf(send, 'returnValues'), 'value').hint).toMatch(/file .*takes no content/);
	});
});
