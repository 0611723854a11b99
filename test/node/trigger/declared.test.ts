import type { IDataObject } from 'n8n-workflow';
import { defaultsOf, optionsOf } from '../../portal/page/steps/property';
import type { Properties } from '../../portal/registration/properties';
import { fields, openTriggerStage, type TriggerStage } from './stage';
import { triggerNode } from './workflow';

/** What the portal shows of a field that the builder has declared: its options, in their order, and its default. */

let stage: TriggerStage;
beforeEach(async () => {
	stage = await openTriggerStage();
});
afterEach(async () => await stage.close());

async function publish(field: IDataObject, kind: 'properties' | 'returnProperties' = 'properties') {
	const parameters = { code: 'check', [kind]: fields({ key: 'it', ...field }) };
	const message = await stage.n8n.publish(triggerNode(parameters));
	const [step] = stage.portal.registered();
	const name = kind === 'properties' ? 'PROPERTIES' : 'RETURN_PROPERTIES';
	const property = (step?.fields[name] as Properties | undefined)?.it;
	return { message, property };
}

it.each<[string, string]>([
	['numbers that fall', '30=High\n20=Middle\n10=Low'],
	['numbers among words', 'none=None\n2=Two\n1=One'],
	['numbers that rise', '1=One\n2=Two'],
	['words', 'b=B\na=A'],
	['years', '2026\n2025'],
])('Options stand in the order in which they were typed: %s', async (_what, options) => {
	for (const kind of ['properties', 'returnProperties'] as const) {
		const { property } = await publish({ type: 'select', options }, kind);
		const typed = optionsOf(property!).map(([key, label]) => (key === label ? key : `${key}=${label}`));
		expect(typed.join('\n')).toBe(options);
	}
});

const SELECT = { type: 'select', options: 'lo=Low\nhi=Very high' };

it.each<[IDataObject, string[]]>([
	[{ ...SELECT, default: 'hi' }, ['hi']],
	[{ ...SELECT, default: 'Very high' }, ['hi']],
	[{ ...SELECT, default: ' low ' }, ['lo']],
	[{ ...SELECT, default: 'Low, Very high', multiple: true }, ['lo', 'hi']],
	[{ type: 'bool', default: 'Да' }, ['Y']],
	[{ type: 'double', default: '1 200,5' }, ['1200.5']],
	[{ type: 'user', default: '31' }, ['user_31']],
	[{ ...SELECT, default: '{=Document:RISK}' }, ['{=Document:RISK}']],
	[{ type: 'date', default: '31.12.2026' }, ['31.12.2026']],
	[{ type: 'string', default: 'a, b' }, ['a, b']],
	[{ ...SELECT, default: '' }, []],
])('A default is what the portal wants: %j', async (field, shown) => {
	const { message, property } = await publish(field);
	expect(message).toBeUndefined();
	expect(defaultsOf(property!)).toEqual(shown);
});

it.each<[IDataObject, string, RegExp]>([
	[{ ...SELECT, default: 'middle' }, 'Select', /one of its options: lo \(Low\), hi \(Very high\)/],
	[{ type: 'bool', default: 'maybe' }, 'Yes or No', /yes or no/],
	[{ type: 'int', default: 'ten' }, 'Whole Number', /whole number/],
	[{ type: 'user', default: 'anna@firm.example' }, 'User', /e-mail/],
])('A default that cannot be one is told before anything is registered: %j', async (field, type, takes) => {
	const { message } = await publish(field);
	expect(message).toMatch(
		`"${String(field.default)}" cannot be the default of the field "it", which is of type ${type}`,
	);
	expect(message).toMatch(takes);
	expect(stage.portal.registered()).toEqual([]);
});
