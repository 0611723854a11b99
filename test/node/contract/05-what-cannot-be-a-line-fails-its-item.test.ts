import type { IDataObject } from 'n8n-workflow';
import { CONTINUE, details } from '../lines';
import { contractStage } from './stage';

const stage = contractStage();
const { workflow, requests } = stage;

describe('5. What cannot be a line', () => {
	it.each([
		['an empty message', { message: '' }, /field Message is empty/],
		['a blank message', { message: ' \n\t ' }, /field Message is empty/],
		['no message', { message: null }, /field Message is empty/],
		['a message of 65,536 bytes', { message: 'x'.repeat(65_536) }, /Message is too long: 65536 bytes/],
		['a message too long in bytes only', { message: 'Ж'.repeat(32_768) }, /Message is too long: 65536 bytes/],
		['no token', { eventToken: '' }, /field Event Token is empty/],
		['a blank token', { eventToken: '  \n' }, /field Event Token/],
		['an expression in Fixed', { eventToken: '{{ $json.eventToken }}' }, /is not worked out/],
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
