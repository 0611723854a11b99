import { digest } from '../../../nodes/BizprocTrigger/digest';
import { readCall } from '../../../nodes/BizprocTrigger/reception/call';
import { toOutput } from '../../../nodes/BizprocTrigger/reception/output';
import type { Param } from '../../../nodes/portal/command';

const post: Record<string, Param> = {
	workflow_id: '664fa13bbbb410.99176768',
	code: 'check',
	document_id: ['crm', 'CCrmDocumentDeal', 'DEAL_15'],
	document_type: ['crm', 'CCrmDocumentDeal', 'DEAL'],
	event_token: 'w|a|e.s',
	use_subscription: 'Y',
	timeout_duration: '60',
	ts: '1716494651',
	auth: {
		access_token: 'access-key',
		refresh_token: 'refresh-key',
		domain: 'example.bitrix24.com',
		member_id: 'member',
		user_id: '1',
		application_token: 'application-key',
	},
};
const withAuth = (auth: Record<string, string>) => ({ ...post, auth: { ...(post.auth as object), ...auth } });
const expected = {
	code: 'check',
	memberId: 'member',
	applicationTokenDigest: digest('application-key'),
};

describe('A post', () => {
	it('of the portal is taken', () => expect(readCall(post, expected).call).toBeDefined());

	it('is the first: it tells the portal and the application that are not known yet', () => {
		const { call } = readCall(post, { code: 'check' });
		expect(call).toMatchObject({ memberId: 'member', applicationTokenDigest: digest('application-key') });
	});

	it.each<[string, Record<string, Param> | undefined, RegExp]>([
		['nothing', {}, /no form/],
		['too large a form', undefined, /no form/],
		['no auth', { ...post, auth: '' }, /which portal and application/],
		['no member id', withAuth({ member_id: '' }), /which portal and application/],
		['no application token', withAuth({ application_token: '' }), /which portal and application/],
		['another member id', withAuth({ member_id: 'membez' }), /not from the portal/],
		['another application token', withAuth({ application_token: 'other' }), /not from the application/],
		['lists in place of texts', { ...post, auth: { member_id: ['member'] } }, /which portal/],
		['another code', { ...post, code: 'check_test' }, /another step/],
		['no code', { ...post, code: [] }, /another step/],
		['no event token', { ...post, event_token: '' }, /no event token/],
	])('with %s is refused, for a reason without its content', (_what, form, reason) => {
		const { call, refusal } = readCall(form, expected);
		expect(call).toBeUndefined();
		expect(refusal).toMatch(reason);
		expect(refusal).not.toMatch(/key|member\b|w\|a/);
	});
});

describe('What a taken post hands over', () => {
	const output = (form: Record<string, Param>) =>
		toOutput(readCall(form, expected).call!, { properties: [], returnProperties: [] });

	it('is what a builder needs, and no key of the portal’s but the event token', () => {
		expect(output(post)).toEqual({
			eventToken: 'w|a|e.s',
			workflowId: '664fa13bbbb410.99176768',
			code: 'check',
			documentId: ['crm', 'CCrmDocumentDeal', 'DEAL_15'],
			documentType: ['crm', 'CCrmDocumentDeal', 'DEAL'],
			properties: {},
			returnKeys: [],
			waitsForResult: true,
			timeoutSeconds: 60,
			sentAt: '2024-05-23T20:04:11.000Z',
			userId: 1,
			portal: { domain: 'example.bitrix24.com', memberId: 'member' },
		});
	});

	it('takes a document id whose list has become a map', () =>
		expect(output({ ...post, document_id: { 0: 'crm', 2: 'DEAL_15' } }).documentId).toEqual([
			'crm',
			'DEAL_15',
		]));

	it.each([
		['use_subscription', 'N', { waitsForResult: false }],
		['timeout_duration', '', { timeoutSeconds: 0 }],
		['ts', 'soon', { sentAt: null }],
		['ts', '1e300', { sentAt: null }],
	])('stays sound when %s is %j', (name, value, part) =>
		expect(output({ ...post, [name]: value })).toMatchObject(part),
	);

	it.each(['', '0'])('knows no user where the portal names none: %j', (user_id) =>
		expect(output(withAuth({ user_id })).userId).toBeNull(),
	);
});
