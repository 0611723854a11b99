/* eslint-disable @n8n/community-nodes/no-restricted-globals -- tests run in Node, not in n8n */
import type { IDataObject } from 'n8n-workflow';
import { trustedCertificate } from './certificate';
import { asTool, inLine, inLoop, type Scene } from './plans';
import { openStage, toEnding, type Stage } from './stage';

/** The contract of Bizproc Log, row by row, through n8n's own engine against the stand-in portal. */

let stage: Stage;
beforeAll(async () => {
	stage = await openStage();
});
afterEach(() => {
	stage.portal.clear();
	stage.portal.setLimits({
		requestLimit: undefined,
		operatingLimit: undefined,
		latencyMs: 0,
		scope: ['bizproc'],
	});
});
afterAll(async () => await stage.close());

const CONTINUE = { onError: 'continueErrorOutput' } as const;
const workflow = () => stage.portal.startWorkflow();
const numbered = (eventToken: string, count: number) =>
	Array.from({ length: count }, (_, index) => ({ eventToken, message: `line ${index}` }));
const texts = (items: IDataObject[]) => items.map(({ message }) => message);
const details = (item: { json: IDataObject }) => item.json.details as IDataObject;
const requests = () => stage.portal.requests.map(({ method, commands }) => `${method} ${commands.length}`);

describe('1. Many items', () => {
	it('ride fifty in one batch, and arrive in item order', async () => {
		const { workflowId, eventToken } = workflow();
		const items = numbered(eventToken, 120);
		const { passed } = await stage.run({ items });
		expect(stage.portal.log(workflowId)).toEqual(texts(items));
		expect(requests()).toEqual(['batch 50', 'batch 50', 'batch 20']);
		expect(passed).toHaveLength(120);
	});

	it('in their thousands need one request for fifty', async () => {
		const { workflowId, eventToken } = workflow();
		const items = numbered(eventToken, 5000);
		await stage.run({ items });
		expect(stage.portal.log(workflowId)).toEqual(texts(items));
		expect(stage.portal.requests).toHaveLength(100);
	});

	it('that are one item are a direct call', async () => {
		const { workflowId, eventToken } = workflow();
		await stage.run({ items: [{ eventToken, message: 'alone' }] });
		expect(requests()).toEqual(['bizproc.activity.log 1']);
		expect(stage.portal.log(workflowId)).toEqual(['alone']);
	});

	it('of several workflows keep the order of each, and never two requests touch one at a time', async () => {
		const workflows = Array.from({ length: 7 }, workflow);
		const items = Array.from({ length: 110 }, (_, index) => ({
			eventToken: workflows[index % 7].eventToken,
			message: `${index}`,
		}));
		stage.portal.setLimits({ commandMs: 1 });
		await stage.run({ items, settings: CONTINUE });
		stage.portal.setLimits({ commandMs: 0 });
		workflows.forEach(({ workflowId }, nth) =>
			expect(stage.portal.log(workflowId)).toEqual(texts(items).filter((_, index) => index % 7 === nth)),
		);
		expect(stage.portal.collisions).toBe(0);
	});

	it('go on as they came, with the result in a field, their pairing and their files', async () => {
		const { workflowId, eventToken } = workflow();
		const items = [
			{ eventToken, message: 'a', n: 1 },
			{ eventToken, message: 'b', n: 2 },
		];
		const binary = { file: { data: 'YQ==', mimeType: 'text/plain' } };
		const { passed } = await stage.run({ items, binary });
		expect(passed).toEqual(
			items.map((json, item) => ({
				json: { ...json, bizprocLog: { accepted: true, workflowId } },
				binary,
				pairedItem: { item },
			})),
		);
	});

	it('go on quite unchanged when the result field is empty', async () => {
		const { eventToken } = workflow();
		const items = numbered(eventToken, 2);
		const { passed } = await stage.run({ items, parameters: { options: { resultField: '' } } });
		expect(passed.map(({ json }) => json)).toEqual(items);
	});

	it('carry the result under the name that the user chose', async () => {
		const { eventToken } = workflow();
		const { passed } = await stage.run({
			items: numbered(eventToken, 1),
			parameters: { options: { resultField: 'written' } },
		});
		expect(passed[0].json.written).toMatchObject({ accepted: true });
	});
});

describe('2. A message that matches the portal’s substitution', () => {
	it('never rides in a batch and is stored exactly as written', async () => {
		const { workflowId, eventToken } = workflow();
		const messages = [
			'before',
			'x $result[item_0] y',
			'$time[item_0][duration]',
			'US$total=[5]',
			'after',
			'end',
		];
		await stage.run({ items: messages.map((message) => ({ eventToken, message })) });
		expect(stage.portal.log(workflowId)).toEqual(messages);
		const direct = stage.portal.requests.filter(({ method }) => method !== 'batch');
		expect(direct.map(({ commands }) => commands[0].params.LOG_MESSAGE)).toEqual(
			expect.arrayContaining(messages.slice(1, 4)),
		);
	});
});

describe('3. Any text', () => {
	const kinds: Array<[string, string]> = [
		['emoji', '👩‍👩‍👧 done 🎉'],
		['right-to-left text', 'שלום עולם — مرحبا'],
		['line breaks and tabs', 'one\ntwo\r\nthree\tfour'],
		['signs with a meaning in addresses', '& + % %20 # = ; ? / : @ [ ] [a][b] | \\ " \' < > ~ $ ! * ( )'],
		['Cyrillic', 'Согласовано: счёт № 5'],
		['HTML', '<b>&amp;</b><script>alert(1)</script>'],
		['60 KB', 'Ж'.repeat(30_000)],
		['only a plus', '+'],
		['what looks like parameters', 'a=1&EVENT_TOKEN=x&LOG_MESSAGE=y'],
	];

	it.each(kinds)('is stored byte for byte, alone and in a batch: %s', async (_kind, message) => {
		const { workflowId, eventToken } = workflow();
		await stage.run({ items: [{ eventToken, message }] });
		await stage.run({
			items: [
				{ eventToken, message },
				{ eventToken, message },
			],
		});
		expect(stage.portal.log(workflowId)).toEqual([message, message, message]);
	});
});

describe('4. A message that is not a string', () => {
	it.each([
		[0, '0'],
		['0', '0'],
		[42, '42'],
		[1.5, '1.5'],
		[true, 'true'],
		[false, 'false'],
		[{ a: 1, b: ['x'] }, '{"a":1,"b":["x"]}'],
		[[1, 2], '[1,2]'],
	])('is sent as text: %j', async (message, stored) => {
		const { workflowId, eventToken } = workflow();
		await stage.run({ items: [{ eventToken, message }] });
		await stage.run({
			items: [
				{ eventToken, message },
				{ eventToken, message },
			],
		});
		expect(stage.portal.log(workflowId)).toEqual([stored, stored, stored]);
	});

	it('is sent as an ISO date when an expression gives a date', async () => {
		const { workflowId, eventToken } = workflow();
		await stage.run({
			items: [{ eventToken }],
			parameters: { message: '={{ DateTime.fromISO("2026-01-02T03:04:05Z").toUTC() }}' },
		});
		expect(stage.portal.log(workflowId)[0]).toMatch(/^2026-01-02T03:04:05/);
	});
});

describe('5. What cannot be a line', () => {
	it.each([
		['an empty message', { message: '' }, /field Message is empty/],
		['a blank message', { message: ' \n\t ' }, /field Message is empty/],
		['no message', { message: null }, /field Message is empty/],
		['a message of 65,536 bytes', { message: 'x'.repeat(65_536) }, /Message is too long: 65536 bytes/],
		['a message too long in bytes only', { message: 'Ж'.repeat(32_768) }, /Message is too long: 65536 bytes/],
		['no token', { eventToken: '' }, /field Event Token is empty/],
		['a blank token', { eventToken: '  \n' }, /field Event Token/],
		['a missing token', { eventToken: undefined }, /field Event Token is empty/],
		['a token that is no text', { eventToken: { a: 1 } }, /field Event Token/],
	])('fails that item before anything of it is sent: %s', async (_what, fault, words) => {
		const { workflowId, eventToken } = workflow();
		const items = [
			{ eventToken, message: 'first' },
			{ eventToken, message: 'second', ...fault },
			{ eventToken, message: 'third' },
		];
		const { passed, failed } = await stage.run({ items: items as IDataObject[], settings: CONTINUE });
		expect(stage.portal.log(workflowId)).toEqual(['first', 'third']);
		expect(requests()).toEqual(['batch 2']);
		expect(passed).toHaveLength(2);
		expect(failed[0].json.error).toMatch(words);
		expect(details(failed[0])).toMatchObject({ outcome: 'notSent', nextStep: expect.stringMatching(/\w/) });
	});

	it('is not a message of exactly 65,535 bytes', async () => {
		const { workflowId, eventToken } = workflow();
		await stage.run({ items: [{ eventToken, message: 'x'.repeat(65_535) }] });
		expect(stage.portal.log(workflowId)[0]).toHaveLength(65_535);
	});
});

describe('6. A token with spaces or a line end around it', () => {
	it('is trimmed', async () => {
		const { workflowId, eventToken } = workflow();
		await stage.run({ items: [{ eventToken: `\n  ${eventToken} \r\n`, message: 'x' }] });
		expect(stage.portal.log(workflowId)).toEqual(['x']);
	});
});

describe('7. On Error = stop', () => {
	it.each([0, 1, 49, 50, 119])(
		'ends at the first refused item as a plain loop would: item %i of 120',
		async (bad) => {
			const { workflowId, eventToken } = workflow();
			const items = numbered(eventToken, 120);
			items[bad].eventToken = 'not|a|token.x';
			const { error, passed } = await stage.run({ items });
			expect(stage.portal.log(workflowId)).toEqual(texts(items.slice(0, bad)));
			expect(passed).toEqual([]);
			expect(error?.message).toMatch(/does not accept this event token/);
			expect(error?.description).toContain(`Stopped at item ${bad}. Lines accepted: ${bad}.`);
			expect(error?.context.itemIndex).toBe(bad);
		},
	);

	it('also ends there when the item cannot be a line at all', async () => {
		const { workflowId, eventToken } = workflow();
		const items = numbered(eventToken, 60);
		items[55].message = '';
		const { error } = await stage.run({ items });
		expect(stage.portal.log(workflowId)).toEqual(texts(items.slice(0, 55)));
		expect(error?.description).toContain('Stopped at item 55. Lines accepted: 55.');
	});
});

describe('8. On Error = continue', () => {
	it.each([[1], [50], [119], [0, 60, 61]])(
		'writes every other item, and only failed ones leave by the error output: %j',
		async (...bad) => {
			const { workflowId, eventToken } = workflow();
			const items = numbered(eventToken, 120);
			for (const item of bad) items[item].eventToken = 'not|a|token.x';
			const { passed, failed } = await stage.run({ items, settings: CONTINUE });

			const good = items.filter((_, item) => !bad.includes(item));
			expect(stage.portal.log(workflowId)).toEqual(texts(good));
			expect(texts(passed.map(({ json }) => json))).toEqual(texts(good));
			expect(passed.map(({ pairedItem }) => pairedItem)).toEqual(
				items.map((_, item) => ({ item })).filter(({ item }) => !bad.includes(item)),
			);
			expect(failed.map(({ pairedItem }) => pairedItem)).toEqual(bad.map((item) => ({ item })));
			for (const item of failed) {
				expect(item.json).toMatchObject({
					eventToken: 'not|a|token.x',
					error: expect.stringContaining('does not accept this event token'),
					details: {
						code: 'ACCESS_DENIED',
						outcome: 'refused',
						nextStep: expect.any(String),
						portalMessage: 'Access denied!',
					},
				});
			}
		},
	);

	it('also when the node before does not tell which item came from which', async () => {
		const { workflowId, eventToken } = workflow();
		const items = [
			{ eventToken, message: 'a' },
			{ eventToken: 'x', message: 'b' },
			{ eventToken, message: 'c' },
		];
		const run = await stage.engine.start(
			inLine({ items: [{}, ...items], settings: CONTINUE }, { type: 'test.unpaired' }),
		).finished;
		const { passed, failed } = toEnding(run);
		expect(stage.portal.log(workflowId)).toEqual(['a', 'c']);
		expect(texts(passed.map(({ json }) => json))).toEqual(['a', 'c']);
		expect(failed).toMatchObject([{ json: { message: 'b', details: { code: 'ACCESS_DENIED' } } }]);
	});

	it('on the regular output too: the failed item keeps its fields and tells what happened', async () => {
		const { workflowId, eventToken } = workflow();
		const items = [
			{ eventToken, message: 'a' },
			{ eventToken: 'x', message: 'b' },
			{ eventToken, message: 'c' },
		];
		const { passed } = await stage.run({ items, settings: { onError: 'continueRegularOutput' } });
		expect(stage.portal.log(workflowId)).toEqual(['a', 'c']);
		expect(passed).toHaveLength(3);
		expect(passed[1].json).toMatchObject({
			message: 'b',
			error: expect.any(String),
			details: { code: 'ACCESS_DENIED' },
		});
	});

	it('when an expression cannot be worked out for one item', async () => {
		const { workflowId, eventToken } = workflow();
		const items = [{ eventToken, a: { b: 'x' } }, { eventToken }, { eventToken, a: { b: 'y' } }];
		const { failed } = await stage.run({
			items,
			parameters: { message: '={{ $json.a.b.toUpperCase() }}' },
			settings: CONTINUE,
		});
		expect(stage.portal.log(workflowId)).toEqual(['X', 'Y']);
		expect(failed).toHaveLength(1);
		expect(failed[0].json.error).toMatch(/Message/);
	});
});

describe('9. QUERY_LIMIT_EXCEEDED', () => {
	it('is met by a burst, then waited for; nothing is lost or doubled', async () => {
		stage.portal.setLimits({ requestLimit: { burst: 2, perSecond: 4 } });
		const { workflowId, eventToken } = workflow();
		const items = numbered(eventToken, 250);
		const { passed } = await stage.run({ items });
		expect(stage.portal.log(workflowId)).toEqual(texts(items));
		expect(passed).toHaveLength(250);
		expect(stage.portal.requests.filter(({ status }) => status === 503)).not.toEqual([]);
	});

	it('that does not end within Max Wait fails the items as not written', async () => {
		const { workflowId, eventToken } = workflow();
		stage.portal.fault({ kind: 'queryLimit', times: 1000 });
		const { failed } = await stage.run({
			items: numbered(eventToken, 2),
			parameters: { options: { maxWaitSeconds: 1 } },
			settings: CONTINUE,
		});
		expect(stage.portal.log(workflowId)).toEqual([]);
		expect(failed).toHaveLength(2);
		expect(details(failed[0])).toMatchObject({ code: 'QUERY_LIMIT_EXCEEDED', outcome: 'refused' });
	});
});

describe('10. OPERATION_TIME_LIMIT', () => {
	let limited: Stage;
	const openLimited = async (seconds: number, windowSeconds: number) => {
		limited = await openStage({ operatingLimit: { seconds, windowSeconds, secondsPerCall: 0.5 } });
		return limited.portal.startWorkflow();
	};
	afterEach(async () => await limited.close());

	it('of single commands of a batch: only what did not run is repeated, when the portal takes it again', async () => {
		const { workflowId, eventToken } = await openLimited(1, 2);
		const items = numbered(eventToken, 4);
		const { passed } = await limited.run({ items });
		expect(limited.portal.log(workflowId)).toEqual(texts(items));
		expect(passed).toHaveLength(4);
	});

	it('of a whole request is waited for in the same way', async () => {
		const { workflowId, eventToken } = await openLimited(25, 2);
		const items = numbered(eventToken, 51);
		await limited.run({ items });
		expect(limited.portal.log(workflowId)).toEqual(texts(items));
		expect(limited.portal.requests.some(({ status, method }) => status === 429 && method !== 'batch')).toBe(
			true,
		);
	});

	it('whose refusal itself names the time is believed', async () => {
		const { eventToken } = await openLimited(100, 600);
		const operating_reset_at = Math.floor(Date.now() / 1000) + 300;
		limited.portal.fault({
			kind: 'refuse',
			status: 429,
			code: 'OPERATION_TIME_LIMIT',
			extra: { time: { operating_reset_at } },
		});
		const { failed } = await limited.run({ items: numbered(eventToken, 1), settings: CONTINUE });
		expect(details(failed[0]).resetsAt).toMatch(/Z$/);
		expect(limited.portal.requests).toHaveLength(1);
	});

	it('farther away than Max Wait fails the item and names the time', async () => {
		const { workflowId, eventToken } = await openLimited(1, 600);
		const { passed, failed } = await limited.run({ items: numbered(eventToken, 4), settings: CONTINUE });
		expect(limited.portal.log(workflowId)).toHaveLength(2);
		expect(passed).toHaveLength(2);
		expect(details(failed[0])).toMatchObject({
			code: 'OPERATION_TIME_LIMIT',
			resetsAt: expect.stringMatching(/^20.*Z$/),
		});
		expect(failed[0].json.error).toContain(details(failed[0]).resetsAt);
	});
});

describe('11. A busy workflow', () => {
	it('is waited for and asked again', async () => {
		const { workflowId, eventToken } = workflow();
		stage.portal.fault({ kind: 'busy', times: 2, workflowId });
		await stage.run({ items: [{ eventToken, message: 'patient' }] });
		expect(stage.portal.log(workflowId)).toEqual(['patient']);
	});

	it('in a batch holds up no other workflow’s lines and loses none of its own', async () => {
		const [a, b] = [workflow(), workflow()];
		stage.portal.fault({ kind: 'busy', on: 'command', times: 1, workflowId: a.workflowId });
		const items = [a, b, a, b].map(({ eventToken }, index) => ({ eventToken, message: `${index}` }));
		await stage.run({ items, settings: CONTINUE });
		expect(stage.portal.log(a.workflowId).sort()).toEqual(['0', '2']);
		expect(stage.portal.log(b.workflowId)).toEqual(['1', '3']);
	});

	it('with On Error = stop keeps even the order', async () => {
		const { workflowId, eventToken } = workflow();
		stage.portal.fault({ kind: 'busy', on: 'command', times: 1, after: 1, workflowId });
		const items = numbered(eventToken, 4);
		await stage.run({ items });
		expect(stage.portal.log(workflowId)).toEqual(texts(items));
	});

	it('that stays busy fails the item after a while', async () => {
		const { workflowId, eventToken } = workflow();
		stage.portal.setBusy(workflowId, true);
		const { error } = await stage.run({
			items: numbered(eventToken, 1),
			parameters: { options: { maxWaitSeconds: 1 } },
		});
		expect(error?.message).toMatch(/stayed busy/);
	});
});

describe('12. A lost answer', () => {
	const losses = [
		['the connection breaks before the request ran', { kind: 'dropBefore' }, 0],
		['the connection breaks after it ran', { kind: 'dropAfter' }, 1],
		['an HTML page comes at 502', { kind: 'html', status: 502, ran: true }, 1],
		['an HTML page comes at 200', { kind: 'html', status: 200 }, 0],
		['the JSON is broken', { kind: 'brokenJson', ran: true }, 1],
	] as const;

	it.each(losses)('is never repeated, not by Retry On Fail either: %s', async (_what, fault, written) => {
		const { workflowId, eventToken } = workflow();
		stage.portal.fault(fault);
		const { failed } = await stage.run({
			items: numbered(eventToken, 1),
			settings: { ...CONTINUE, retryOnFail: true, maxTries: 3, waitBetweenTries: 1 },
		});
		expect(stage.portal.requests).toHaveLength(1);
		expect(stage.portal.log(workflowId)).toHaveLength(written);
		expect(failed[0].json.error).toMatch(/may already be in the log/);
		expect(details(failed[0]).outcome).toBe('unknown');
	});

	it.each(losses)(
		'ends a node that stops on error, and tries of n8n send nothing again: %s',
		async (_what, fault) => {
			const { eventToken } = workflow();
			stage.portal.fault(fault);
			const { error } = await stage.run({
				items: numbered(eventToken, 3),
				settings: { retryOnFail: true, maxTries: 3, waitBetweenTries: 1 },
			});
			expect(stage.portal.requests).toHaveLength(1);
			expect(error?.message).toMatch(/may already be in the log/);
		},
	);

	it('of a batch is told for all its lines, also by the last try of n8n', async () => {
		const { eventToken } = workflow();
		stage.portal.fault({ kind: 'dropAfter', after: 1 });
		const { error } = await stage.run({
			items: numbered(eventToken, 120),
			settings: { retryOnFail: true, maxTries: 2, waitBetweenTries: 1 },
		});
		expect(requests()).toEqual(['batch 50', 'batch 50']);
		expect(error?.description).toContain('Stopped at item 50. Lines accepted: 50. Lines in doubt: 50.');
	});

	it('of one batch leaves the other batches alone', async () => {
		const { workflowId, eventToken } = workflow();
		stage.portal.fault({ kind: 'dropAfter' });
		const { passed, failed } = await stage.run({ items: numbered(eventToken, 60), settings: CONTINUE });
		expect(failed).toHaveLength(50);
		expect(passed).toHaveLength(10);
		expect(stage.portal.log(workflowId)).toHaveLength(60);
	});

	it('is not a refused connection: the item is told as not sent', async () => {
		const gone = await openStage();
		await gone.portal.stop();
		const { failed } = await gone.run({ items: [{ eventToken: 'x', message: 'y' }], settings: CONTINUE });
		expect(details(failed[0]).outcome).toBe('notSent');
		expect(failed[0].json.error).toMatch(/could not be reached/);
	});
});

describe('13. n8n runs the node again', () => {
	const RETRY = { retryOnFail: true, maxTries: 3, waitBetweenTries: 1 };

	it('with Retry On Fail after a stop: only what is known not to be written is sent again', async () => {
		const [a, b, c] = [workflow(), workflow(), workflow()];
		stage.portal.fault({
			kind: 'refuse',
			on: 'command',
			status: 403,
			code: 'ACCESS_DENIED',
			workflowId: b.workflowId,
		});
		const items = [a, b, c].map(({ eventToken }, index) => ({ eventToken, message: `${index}` }));
		const { passed, error } = await stage.run({ items, settings: RETRY });
		expect(error).toBeUndefined();
		expect([a, b, c].map(({ workflowId }) => stage.portal.log(workflowId))).toEqual([['0'], ['1'], ['2']]);
		expect(passed.map(({ json }) => json.bizprocLog)).toEqual([
			{ accepted: true, workflowId: a.workflowId, acceptedEarlier: true },
			{ accepted: true, workflowId: b.workflowId },
			{ accepted: true, workflowId: c.workflowId },
		]);
	});

	it('because the first output item has failed: the others are not written twice', async () => {
		const { workflowId, eventToken } = workflow();
		const items = numbered(eventToken, 3);
		items[0].eventToken = 'wrong';
		const { passed, failed } = await stage.run({ items, settings: { ...RETRY, ...CONTINUE } });
		expect(stage.portal.log(workflowId)).toEqual(['line 1', 'line 2']);
		expect([passed.length, failed.length]).toEqual([2, 1]);
	});

	it('because the first item merely carries a field named error', async () => {
		const { workflowId, eventToken } = workflow();
		const items = numbered(eventToken, 3).map((item) => ({ ...item, error: 'from before' }));
		const { passed } = await stage.run({ items, settings: RETRY });
		expect(stage.portal.log(workflowId)).toEqual(texts(items));
		expect(passed).toHaveLength(3);
	});

	it('with Retry of a failed execution: confirmed lines stay single', async () => {
		const [a, b] = [workflow(), workflow()];
		stage.portal.fault({
			kind: 'refuse',
			on: 'command',
			status: 403,
			code: 'ACCESS_DENIED',
			workflowId: b.workflowId,
		});
		const scene: Scene = { items: [a, b].map(({ eventToken }) => ({ eventToken, message: 'once' })) };
		const first = await stage.run(scene);
		expect(first.error).toBeDefined();
		const second = await stage.retry(scene, first.run);
		expect(second.error).toBeUndefined();
		expect(second.passed).toHaveLength(2);
		expect([a, b].map(({ workflowId }) => stage.portal.log(workflowId))).toEqual([['once'], ['once']]);
	});

	it('sends unknown lines again only when the user himself presses Retry, and then once', async () => {
		const { workflowId, eventToken } = workflow();
		stage.portal.fault({ kind: 'dropBefore' });
		const scene: Scene = { items: numbered(eventToken, 1), settings: RETRY };
		const first = await stage.run(scene);
		expect(first.error).toBeDefined();
		expect(stage.portal.requests).toHaveLength(1);

		stage.portal.fault({ kind: 'dropBefore' });
		const second = await stage.retry(scene, first.run);
		expect(second.error).toBeDefined();
		expect(stage.portal.requests).toHaveLength(2);

		const third = await stage.retry(scene, second.run);
		expect(third.error).toBeUndefined();
		expect(stage.portal.log(workflowId)).toEqual(['line 0']);
	});

	it('by Retry, but the workflow has ended since: of an unknown line still nobody knows', async () => {
		const { workflowId, eventToken } = workflow();
		stage.portal.fault({ kind: 'dropAfter' });
		const scene: Scene = { items: numbered(eventToken, 1) };
		const first = await stage.run(scene);
		stage.portal.finishWorkflow(workflowId);
		const { error } = await stage.retry(scene, first.run);
		expect(error?.message).toMatch(/has ended since.*may already be in the log/);
	});

	it('by Retry, and the portal refuses: its reason is told, and that the line may be there', async () => {
		const { eventToken } = workflow();
		stage.portal.fault({ kind: 'dropAfter' });
		const scene: Scene = { items: numbered(eventToken, 1) };
		const first = await stage.run(scene);
		stage.portal.fault({ kind: 'refuse', status: 401, code: 'INVALID_CREDENTIALS', times: 2 });
		const { error } = await stage.retry(scene, first.run);
		expect(error?.message).toMatch(/does not accept this webhook.*may already be in the log/);
		expect(error?.description).toMatch(/Copy the address again/);
	});

	it('as a tool that an agent calls several times at once: no two calls meet in one workflow', async () => {
		const { workflowId, eventToken } = workflow();
		const items = numbered(eventToken, 4);
		stage.portal.setLimits({ commandMs: 30 });
		const parameters = { eventToken: `={{ $fromAI('eventToken') }}`, message: `={{ $fromAI('message') }}` };
		await stage.engine.start(asTool({ items, parameters }, 'test.hastyAgent')).finished;
		stage.portal.setLimits({ commandMs: 0 });
		expect(stage.portal.log(workflowId).sort()).toEqual(texts(items));
		expect(stage.portal.collisions).toBe(0);
	});

	it('in a loop: each round writes its own lines', async () => {
		const { workflowId, eventToken } = workflow();
		const run = await stage.engine.start(inLoop({ items: [{ eventToken, message: 'round' }] }, 3)).finished;
		expect(run.data.resultData.error).toBeUndefined();
		expect(stage.portal.log(workflowId)).toEqual(['round', 'round', 'round']);
	});

	it('as a tool of an agent: each call writes its line, also twice the same', async () => {
		const { workflowId, eventToken } = workflow();
		const item = { eventToken, message: 'still working' };
		const answers = await callTool({ items: [item, { ...item }] });
		expect(stage.portal.log(workflowId)).toEqual(['still working', 'still working']);
		expect(answers).toEqual([
			expect.stringContaining('"accepted":true'),
			expect.stringContaining('"accepted":true'),
		]);
	});

	it('as a tool: the model gets to see the outcome, not the event token', async () => {
		const { eventToken } = workflow();
		const [answer] = await callTool({ items: [{ eventToken, message: 'x' }] });
		expect(answer).toContain('"accepted":true');
		expect(answer).not.toContain(eventToken);
	});

	it('as a tool with Retry On Fail: a lost answer is not repeated', async () => {
		const { workflowId, eventToken } = workflow();
		stage.portal.fault({ kind: 'dropAfter' });
		const answers = await callTool({ items: [{ eventToken, message: 'once' }], settings: RETRY });
		expect(stage.portal.log(workflowId)).toEqual(['once']);
		expect(answers[0]).toMatch(/may already be in the log/);
	});
});

describe('14. OAuth2', () => {
	const OAUTH = { authentication: 'oAuth2' };
	const refreshToken = () => (stage.credentials.read('oauth2').oauthTokenData as IDataObject).refresh_token;

	it('writes lines with the access token, never in the address', async () => {
		const { workflowId, eventToken } = workflow();
		await stage.run({ items: numbered(eventToken, 3), parameters: OAUTH });
		expect(stage.portal.log(workflowId)).toHaveLength(3);
		expect(stage.portal.requests[0].authorization).toBe('bearer');
	});

	it('expired in the middle of a run is renewed once; the run goes on and the new refresh token is kept', async () => {
		const { workflowId, eventToken } = workflow();
		const before = stage.portal.oauth.refreshes;
		const items = numbered(eventToken, 150);
		stage.portal.setLimits({ latencyMs: 50 });
		const { finished } = stage.start({ items, parameters: OAUTH });
		while (stage.portal.log(workflowId).length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
		stage.portal.oauth.expireAccessTokens();
		await finished;
		expect(stage.portal.log(workflowId)).toEqual(texts(items));
		expect(stage.portal.oauth.refreshes - before).toBe(1);
		expect(refreshToken()).toBe(stage.portal.oauth.lastRefreshToken);
	});

	it('without the scope does not loop, and says so', async () => {
		const { eventToken } = workflow();
		stage.portal.setLimits({ scope: ['crm'] });
		const before = stage.portal.oauth.refreshes;
		const { failed } = await stage.run({
			items: numbered(eventToken, 120),
			parameters: OAUTH,
			settings: CONTINUE,
		});
		expect(failed).toHaveLength(120);
		expect(failed[119].json.error).toMatch(/scope bizproc/);
		expect(stage.portal.requests.length).toBeLessThanOrEqual(2);
		expect(stage.portal.oauth.refreshes - before).toBeLessThanOrEqual(1);
	});

	it.each([
		['revoked access', ({ portal }: Stage) => portal.oauth.revoke()],
		[
			'a client that the authorization server does not know',
			({ portal }: Stage) => portal.oauth.answerWrongClient(10),
		],
	])('with %s ends with advice, after one try to renew', async (_what, spoil) => {
		const own = await openStage();
		const { eventToken } = own.portal.startWorkflow();
		spoil(own);
		own.portal.oauth.expireAccessTokens();
		const { failed } = await own.run({
			items: numbered(eventToken, 120),
			parameters: OAUTH,
			settings: CONTINUE,
		});
		expect(failed).toHaveLength(120);
		expect(failed[0].json.error).toMatch(/could not be renewed.*connect it again/);
		expect(own.portal.requests.length).toBeLessThanOrEqual(2);
		await own.close();
	});

	it('that was never connected says what to do', async () => {
		stage.credentials.add('oauth2-new', {
			...stage.credentials.read('oauth2'),
			oauthTokenData: undefined,
		} as never);
		const { failed } = await stage.run({
			items: [{ eventToken: 'x', message: 'y' }],
			parameters: OAUTH,
			settings: { ...CONTINUE, credentials: { bitrix24OAuth2Api: { id: 'oauth2-new', name: 'new' } } },
		});
		expect(failed[0].json.error).toMatch(/not connected to Bitrix24 yet/);
		expect(details(failed[0]).outcome).toBe('notSent');
	});
});

describe('15. A renamed portal', () => {
	let own: Stage;
	let newHome: string;
	let distrust: () => void;
	beforeEach(async () => {
		const certificate = await trustedCertificate();
		distrust = certificate.distrust;
		own = await openStage();
		newHome = await own.portal.answerAlsoAt({ tls: certificate.keys });
	});
	afterEach(async () => {
		await own.close();
		distrust();
	});

	it.each([
		['webhook', () => `/rest/1/${own.portal.webhookSecret}/`],
		['oAuth2', () => '/rest/'],
	])('gets the request again at its new https address, once: %s', async (authentication, path) => {
		const { workflowId, eventToken } = own.portal.startWorkflow();
		own.portal.fault({ kind: 'redirect', location: `${newHome}${path()}batch` });
		const items = numbered(eventToken, 120);
		await own.run({ items, parameters: { authentication } });
		expect(own.portal.log(workflowId)).toEqual(texts(items));
		expect(own.portal.requests.map(({ status, commands }) => [status, commands.length])).toEqual([
			[302, 50],
			[200, 50],
			[200, 50],
			[200, 20],
		]);
	});

	it.each([
		['another path', () => `${newHome}/auth/`],
		[
			'an unencrypted address',
			() => `${own.portal.url}/rest/1/${own.portal.webhookSecret}/bizproc.activity.log`,
		],
		[
			'a second address after the first',
			() => `${newHome}/rest/1/${own.portal.webhookSecret}/bizproc.activity.log`,
			2,
		],
	])('is not followed to %s; nothing was written', async (_what, location, times = 1) => {
		const { workflowId, eventToken } = own.portal.startWorkflow();
		own.portal.fault({ kind: 'redirect', location: location(), times });
		const { error } = await own.run({ items: numbered(eventToken, 1) });
		expect(error?.message).toMatch(/another page, nothing was written/);
		expect(own.portal.log(workflowId)).toEqual([]);
		expect(own.portal.requests).toHaveLength(times);
	});
});

describe('16. Every refusal', () => {
	it.each([
		[
			'ACCESS_DENIED',
			403,
			'refused',
			/does not accept this event token/,
			/about the token, not about rights/,
		],
		['ERROR_EMPTY_LOG_MESSAGE', 400, 'refused', /empty message/, /Message/],
		['404', 400, 'refused', /no longer running/, /while the workflow runs/],
		['402', 400, 'refused', /plan/, /plan/],
		['499', 400, 'refused', /terminated/, /again/],
		['INVALID_CREDENTIALS', 401, 'refused', /does not accept this webhook/, /Copy the address again/],
		['insufficient_scope', 401, 'refused', /scope bizproc/, /permission/],
		['ERROR_METHOD_NOT_FOUND', 404, 'refused', /no business processes/, /plan/],
		['PORTAL_DELETED', 403, 'refused', /closed or deleted/, /\w/],
		['SOMETHING_NEW', 400, 'refused', /SOMETHING_NEW/, /own words/],
		['SOMETHING_NEW', 502, 'unknown', /may already be in the log/, /Look at the log/],
		['ERROR_CORE', 400, 'unknown', /may already be in the log/, /Look at the log/],
		['INTERNAL_SERVER_ERROR', 500, 'unknown', /may already be in the log/, /Look at the log/],
		['', 400, 'unknown', /may already be in the log/, /Look at the log/],
	])(
		'says what happened and what to do, decided by the code %s',
		async (code, status, outcome, happened, nextStep) => {
			const { eventToken } = workflow();
			stage.portal.fault({ kind: 'refuse', status, code, description: 'Слова портала', times: 2 });
			const { failed } = await stage.run({ items: numbered(eventToken, 1), settings: CONTINUE });
			expect(failed[0].json.error).toMatch(happened);
			expect(failed[0].json.error).toMatch(nextStep);
			expect(details(failed[0])).toMatchObject({ outcome, portalMessage: 'Слова портала' });
			stage.portal.clear();

			stage.portal.fault({ kind: 'refuse', status, code, description: 'Слова портала', times: 2 });
			const { error } = await stage.run({ items: numbered(eventToken, 1) });
			expect(error?.message).toMatch(happened);
			expect(error?.description).toContain('Слова портала');
		},
	);

	it('of a workflow that has ended is told from the real answer too', async () => {
		const { workflowId, eventToken } = workflow();
		stage.portal.finishWorkflow(workflowId);
		const { error } = await stage.run({ items: numbered(eventToken, 2) });
		expect(error?.message).toMatch(/no longer running/);
	});

	it('of the connection is not asked for again with the remaining lines', async () => {
		const own = await openStage();
		own.portal.revokeWebhook();
		const { failed } = await own.run({ items: numbered('x', 200), settings: CONTINUE });
		expect(failed).toHaveLength(200);
		expect(own.portal.requests.length).toBeLessThanOrEqual(2);
		await own.close();
	});

	it('of an address that is none comes before any request', async () => {
		stage.credentials.add('typo', { webhookSecret: 'https://portal.example/rest/1/' });
		const { error } = await stage.run({
			items: numbered('x', 1),
			settings: { credentials: { bitrix24WebhookApi: { id: 'typo', name: 'typo' } } },
		});
		expect(error?.message).toMatch(/Webhook URL is not the address of an inbound webhook/);
		expect(stage.portal.requests).toEqual([]);
	});
});

describe('17. Stop, or the workflow’s time-out, while waiting', () => {
	it('ends within a second and sends nothing more, also when n8n tries again', async () => {
		const { workflowId, eventToken } = workflow();
		stage.portal.fault({ kind: 'queryLimit', times: 1000 });
		const execution = stage.start({
			items: numbered(eventToken, 3),
			settings: { retryOnFail: true, maxTries: 2, waitBetweenTries: 300 },
		});
		while (stage.portal.requests.length < 3) await new Promise((resolve) => setTimeout(resolve, 5));
		const asked = stage.portal.requests.length;
		execution.stop();
		const late = new Promise((resolve) => setTimeout(() => resolve('late'), 1000));
		const run = await Promise.race([execution.finished, late]);
		expect(run).not.toBe('late');
		expect(run).toMatchObject({ status: 'canceled' });
		await late;
		expect(stage.portal.requests).toHaveLength(asked);
		expect(stage.portal.log(workflowId)).toEqual([]);
	});
});

describe('18. Secrets', () => {
	it('appear in no output, error, hint or stored data, whatever happens', async () => {
		const own = await openStage();
		const { webhookSecret, oauth } = own.portal;
		const tokens = own.credentials.read('oauth2').oauthTokenData as IDataObject;
		const secrets = [
			webhookSecret,
			oauth.application.clientSecret,
			tokens.access_token,
			tokens.refresh_token,
		] as string[];
		const seen: string[] = [];
		const faults = [
			{ kind: 'dropAfter' },
			{ kind: 'html', status: 502 },
			{
				kind: 'refuse',
				status: 400,
				code: 'X',
				description: `see ${own.portal.webhookUrl} or ?auth=${tokens.access_token}`,
			},
			{ kind: 'refuse', status: 401, code: 'INVALID_CREDENTIALS', times: 4 },
			{ kind: 'redirect', location: `${own.portal.url}/rest/1/${webhookSecret}/other` },
		] as const;
		// What the portal may know of a credential, it may also repeat: bare, as JSON, as a header, in a batch.
		const echoes = (echoed: string[]) =>
			[`${echoed.join(' ')}`, `{"access_token":"${echoed[0]}"}`, `Bearer ${echoed[0]}`].flatMap(
				(description) => [
					{ kind: 'refuse', status: 400, code: 'X', description } as const,
					{ kind: 'refuse', on: 'command', status: 400, code: 'X', description } as const,
				],
			);
		for (const [authentication, echoed] of [
			['webhook', [webhookSecret]],
			['oAuth2', [tokens.access_token, tokens.refresh_token] as string[]],
		] as const) {
			for (const fault of [undefined, ...echoes([...echoed]), ...faults]) {
				for (const settings of [{}, CONTINUE]) {
					own.portal.clear();
					if (fault) own.portal.fault(fault);
					const { eventToken } = own.portal.startWorkflow();
					const { run } = await own.run({
						items: numbered(eventToken, 2),
						parameters: { authentication },
						settings,
					});
					seen.push(JSON.stringify(run));
				}
			}
		}
		await own.portal.stop();
		seen.push(JSON.stringify(await own.run({ items: numbered('x', 2), settings: CONTINUE })));
		for (const secret of secrets) {
			expect(secret.length).toBeGreaterThan(10);
			expect(seen.filter((text) => text.includes(secret))).toEqual([]);
		}
	});
});

/** What each call of the tool answered to the agent. */
async function callTool(scene: Scene): Promise<string[]> {
	const run = await stage.engine.start(asTool(scene)).finished;
	return (run.data.resultData.runData.Agent[0].data?.main[0] ?? []).map(({ json }) => json.answer as string);
}
