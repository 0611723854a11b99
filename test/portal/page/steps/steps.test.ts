import { get, post } from '../../http/client';
import { openStage, type Stage } from '../../processes/stage';

let stage: Stage;
beforeEach(async () => {
	stage = await openStage();
});
afterEach(async () => await stage.close());

const page = async () => (await get(stage.portal.url)).data as string;
const field = async (property: object) => {
	await stage.register('ask', { PROPERTIES: { it: { NAME: 'What', ...property } } });
	return /<div class="field">\s*<label for="step-ask-it">[^]*?<\/div>/.exec(await page())![0];
};
/** Runs the step with this form, and resolves to the properties that its handler got. */
const run = async (properties: object, form: Array<[string, string]>) => {
	await stage.register('ask', { PROPERTIES: properties });
	await post(`${stage.portal.url}/page/run-step`, new URLSearchParams([['code', 'ask'], ...form]).toString());
	while (stage.handler.received.length === 0) await page();
	return stage.handler.received[0].properties;
};

it('shows each registered step by its name, and what it is under its details', async () => {
	await stage.register('ask', {
		NAME: 'Ask',
		DESCRIPTION: 'Asks the bank',
		RETURN_PROPERTIES: { a: { NAME: 'A' } },
	});
	const html = await page();
	expect(html).toContain('<h3 id="step-ask-name"><bdi>Ask</bdi></h3>');
	expect(html).toContain('Automation rule');
	expect(html).toContain('<p><bdi>Asks the bank</bdi></p>');
	expect(html).toMatch(/<details>.*<code>ask<\/code>.*\/step<\/code>.*<code>a<\/code>.*<\/details>/s);
});

it('asks for nothing when a step declares nothing', async () => {
	await stage.register('ask');
	const [form] = /<form [^>]*run-step.*?<\/form>/s.exec(await page())!;
	expect(form.match(/<(input|select|textarea)/g)).toEqual(['<input']);
	expect(form).toContain('Run a process with this step</button>');
});

it.each([
	[{ DEFAULT: 'x' }, 'type="text" value="x"'],
	[{ TYPE: 'int', DEFAULT: '5' }, 'type="number" step="1" value="5"'],
	[{ TYPE: 'double', DEFAULT: 1.5 }, 'type="number" step="any" value="1.5"'],
	[{ TYPE: 'date', DEFAULT: '2026-01-31' }, 'type="date" value="2026-01-31"'],
	[{ TYPE: 'datetime' }, 'type="datetime-local" value=""'],
	[{ TYPE: 'int', DEFAULT: '{=Document:ID}' }, 'type="text" value="{=Document:ID}"'],
	[{ TYPE: 'constructor' }, 'type="text" value=""'],
	[{ TYPE: 'text', DEFAULT: '\nx' }, '>\n\nx</textarea>'],
	[{ MULTIPLE: 'Y', DEFAULT: ['a', 'b'] }, '>\na\nb</textarea>'],
	[{ TYPE: 'bool', DEFAULT: 'Y' }, '<option value="Y" selected>Yes</option>'],
	[{ TYPE: 'bool', DEFAULT: 'N' }, '<option value="N" selected>No</option>'],
	[
		{ TYPE: 'select', OPTIONS: { lo: 'Low', hi: 'High' }, DEFAULT: 'hi' },
		'<option value="">–</option><option value="lo">Low</option><option value="hi" selected>High</option>',
	],
	[
		{ TYPE: 'select', MULTIPLE: 'Y', OPTIONS: { lo: 'Low' } },
		'name="properties[it][]" multiple size="2"><option value="lo">',
	],
])('asks for %j as %s', async (property, input) => {
	expect(
		(await field(property)).replace(
			/ id="step-ask-it"| autocomplete="off"| aria-describedby="[^"]*"| rows="3"/g,
			'',
		),
	).toContain(input);
});

it('names a field as people do, marks what is required, and explains it', async () => {
	const html = await field({ NAME: { en: 'Amount' }, REQUIRED: 'Y', DESCRIPTION: 'In euros' });
	expect(html).toContain('<bdi>Amount</bdi> <span class="required">required</span></label>');
	expect(html).toMatch(/<input [^>]*required aria-describedby="step-ask-it-hint"/);
	expect(html).toContain('<small id="step-ask-it-hint">In euros</small>');
});

it('sends what was filled in, as a template would', async () => {
	const declared = {
		text: { NAME: 'a' },
		yes: { NAME: 'b', TYPE: 'bool' },
		empty: { NAME: 'c', DEFAULT: 'not this' },
		lines: { NAME: 'd', MULTIPLE: 'Y' },
		chosen: { NAME: 'e', TYPE: 'select', MULTIPLE: 'Y', OPTIONS: { lo: 'Low', hi: 'High' } },
	};
	const sent = await run(declared, [
		['properties[text]', 'a & b'],
		['properties[yes]', 'Y'],
		['properties[empty]', ''],
		['properties[lines]', 'one\r\n\r\ntwo'],
		['properties[chosen][]', 'lo'],
		['properties[chosen][]', 'hi'],
		['properties[undeclared]', 'x'],
	]);
	expect(sent).toEqual({
		...{ text: 'a & b', yes: 'Y', empty: '' },
		...{ lines: ['one', 'two'], chosen: ['lo', 'hi'] },
	});
});

it('sends nothing of a list in which nothing was chosen, not its default', async () => {
	const several = { NAME: 'a', TYPE: 'select', MULTIPLE: 'Y', OPTIONS: { lo: 'Low' }, DEFAULT: 'lo' };
	expect(await run({ several, other: { NAME: 'b' } }, [])).toEqual({ other: '' });
});
