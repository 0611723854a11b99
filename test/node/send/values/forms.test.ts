import type { IDataObject } from 'n8n-workflow';
import { openTypedStage, type TypedStage } from '../typedStage';

/** What people write becomes what the portal wants, where only one thing can be meant; else nothing is sent. */

let stage: TypedStage;
beforeAll(async () => {
	stage = await openTypedStage();
});
afterEach(() => stage.portal.clear());
afterAll(async () => await stage.close());

const OPTIONS = 'low=Low\nhigh=Very high\n30=Thirty\nsame1=Same\nsame2=Same';
const SELECT = { type: 'select', options: OPTIONS };
const several = (field: IDataObject) => ({ ...field, multiple: true });

it.each<[type: string | IDataObject, value: unknown, kept: unknown]>([
	['double', 12.5, '12.5'],
	['double', '12,5', '12.5'],
	['double', '+1e3', '1000'],
	['double', '-1.5e3', '-1500'],
	['double', '1 200', '1200'],
	['double', '1\u00a0200,50', '1200.50'],
	['double', '1.234.567,8', '1234567.8'],
	['double', '1,234.56', '1234.56'],
	['double', "1'200", '1200'],
	['double', '−5', '-5'],
	['double', '1e3', '1000'],
	['double', '', ''],
	['double', '  ', ''],
	['int', '1 200', '1200'],
	['int', '12,0', '12'],
	['int', 7, '7'],
	['bool', 'Да', 'Y'],
	['bool', 'yes ', 'Y'],
	['bool', '✓', 'Y'],
	['bool', '✔️', 'Y'],
	['bool', 'НЕТ', 'N'],
	['bool', false, 'N'],
	['bool', 0, 'N'],
	[SELECT, 'high', 'high'],
	[SELECT, 'Very high', 'high'],
	[SELECT, ' very  HIGH ', 'high'],
	[SELECT, 30, '30'],
	['user', '31', 'user_31'],
	['user', 31, 'user_31'],
	['user', 'user_31', 'user_31'],
	['user', 'group_hr5', 'group_hr5'],
	['user', [31], 'user_31'],
	['file', 812, '812'],
	['file', '812', '812'],
	[several({ type: 'user' }), '31, user_44', ['user_31', 'user_44']],
	[several({ type: 'user' }), [31, '44', null], ['user_31', 'user_44']],
	[several({ type: 'user' }), [], ''],
	[several(SELECT), 'Low, Very high', ['low', 'high']],
	[several(SELECT), 'low\nhigh', ['low', 'high']],
	[several({ type: 'double' }), '1,5; 2', ['1.5', '2']],
	[several({ type: 'double' }), '1, 5', ['1', '5']],
	[several({ type: 'int' }), '1,2,3', ['1', '2', '3']],
	[several({ type: 'date' }), '31.12.2026, 01.01.2027', ['2026-12-31', '2027-01-01']],
	[several({ type: 'string' }), 'red, green', ['red, green']],
	[{ type: 'string' }, 'as it is, 12,5', 'as it is, 12,5'],
])('%j: %j is taken as %j', async (declared, value, kept) => {
	const field = typeof declared === 'string' ? { type: declared } : declared;
	expect(await stage.answer(field, value)).toEqual({ kept, isUnfit: false });
});

const TYPE_NAMES: Record<string, string> = {
	...{
		double: 'Number',
		int: 'Whole Number',
		bool: 'Yes or No',
		select: 'Select',
		user: 'User',
		file: 'File',
	},
};

it.each<[type: string | IDataObject, value: unknown, takes: RegExp]>([
	['double', 'ten', /such as 1200\.5, 12,5 or 1 200/],
	['double', '1,200', /1,200 may be two numbers/],
	['double', '12 €', /such as 1200\.5/],
	['double', true, /such as 1200\.5/],
	['double', '1 20', /such as 1200\.5/],
	['int', 1.5, /whole number/],
	['int', '12,5', /whole number/],
	['bool', 'maybe', /yes or no/],
	['bool', 2, /yes or no/],
	[SELECT, 'middle', /one of its options: low \(Low\), high \(Very high\), 30 \(Thirty\)/],
	[SELECT, 'Same', /one of its options/],
	[several(SELECT), 'low, middle', /one of its options/],
	['user', 'anna@firm.example', /neither names nor e-mail addresses/],
	['user', '0', /neither names/],
	['file', 'report.pdf', /no content in a result/],
	['file', { fileName: 'a.txt' }, /no content in a result/],
	[several({ type: 'double' }), '1,5', /such as/],
	[several({ type: 'int' }), '1,200', /such as/],
])('%j: %j is refused before anything is sent', async (declared, value, takes) => {
	const field = typeof declared === 'string' ? { type: declared } : declared;
	const { kept, said, advice } = await stage.answer(field, value);
	expect(kept).toBeUndefined();
	expect(stage.portal.requests.map(({ method }) => method)).toEqual(['bizproc.robot.add']);
	const name = TYPE_NAMES[field.type as string];
	expect(said).toMatch(new RegExp(`^".+" cannot be the return value "it", which is of type ${name}$`, 's'));
	expect(advice).toMatch(takes);
});

it('Several values of one that takes one are refused', async () => {
	const { kept, said, advice } = await stage.answer({ type: 'user' }, [31, 44]);
	expect(kept).toBeUndefined();
	expect(said).toBe('2 values cannot be the return value "it", which takes one');
	expect(advice).toMatch(/switch on Multiple/);
});

it('A long value is not shown whole', async () => {
	const { said } = await stage.answer({ type: 'double' }, 'x'.repeat(500));
	expect(said).toHaveLength(60 + '"…" cannot be the return value "it", which is of type Number'.length);
});

it('Options that only n8n can work out are not checked', async () => {
	const expression = { ...SELECT, options: '={{ $vars.options }}' };
	const { said } = await stage.answer(expression, 'anything');
	expect(said).toBeUndefined();
});
