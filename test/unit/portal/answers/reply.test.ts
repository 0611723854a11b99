import { NodeApiError, NodeOperationError, UserError, type INode } from 'n8n-workflow';
import { readAnswer, readFailedRenewal, readThrown } from '../../../../nodes/portal/answers/reply';

/** Errors as n8n's HTTP helper throws them: axios's error inside a NodeApiError. */
const thrown = (fields: object) => {
	const axiosError = Object.assign(new Error('x'), {
		isAxiosError: true,
		config: { url: 'https://p.example/rest/m' },
		...fields,
	});
	return new NodeApiError({ name: 'n', type: 't', parameters: {} } as INode, axiosError as never);
};

describe('What n8n’s HTTP helper threw', () => {
	it.each(['ECONNABORTED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'EPROTO', 'ERR_BAD_RESPONSE', ''])(
		'is a lost answer when the request may have arrived: %s',
		(code) => expect(readThrown(thrown({ code }))).toEqual({ kind: 'lost', code }),
	);

	it.each([
		'ECONNREFUSED',
		'ENOTFOUND',
		'EAI_AGAIN',
		'EHOSTUNREACH',
		'ENETUNREACH',
		'DEPTH_ZERO_SELF_SIGNED_CERT',
		'SELF_SIGNED_CERT_IN_CHAIN',
		'CERT_HAS_EXPIRED',
		'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
		'ERR_TLS_CERT_ALTNAME_INVALID',
	])('is no lost answer when there was no connection: %s', (code) =>
		expect(readThrown(thrown({ code }))).toEqual({ kind: 'unreached', code }),
	);

	it('is no lost answer when the time ran out while connecting', () => {
		const error = thrown({ code: 'ETIMEDOUT', cause: { syscall: 'connect' } });
		expect(readThrown(error)).toEqual({ kind: 'unreached', code: 'ETIMEDOUT' });
	});

	it('is a lost answer when it is of no known kind', () =>
		expect(readThrown(new TypeError('x'))).toEqual({ kind: 'lost', code: '' }));

	it('is the credential’s own sentence when nothing was sent', () => {
		const error = new NodeApiError(
			{ name: 'n' } as INode,
			new UserError('The Webhook URL is empty') as never,
		);
		expect(readThrown(error)).toEqual({
			kind: 'unprepared',
			reason: { happened: 'The Webhook URL is empty', nextStep: '' },
		});
	});

	it('is a stopped execution', () =>
		expect(readThrown(thrown({ code: 'ERR_CANCELED' })).kind).toBe('canceled'));
});

describe('An answer', () => {
	it.each(['<html>', '', undefined, [true], 'true'])('is unreadable when it is no JSON object: %j', (body) =>
		expect(readAnswer({ statusCode: 200, body })).toEqual({ kind: 'unreadable', status: 200 }),
	);
	it.each([undefined, null, 'x', []])('is unreadable when it is nothing of the kind: %j', (answer) =>
		expect(readAnswer(answer)).toEqual({ kind: 'unreadable', status: 0 }),
	);
	it('keeps how long the portal asks to wait', () =>
		expect(readAnswer({ statusCode: 503, body: {}, headers: { 'retry-after': '3' } })).toMatchObject({
			retryAfterSeconds: 3,
		}));
	it.each(['-1', 'soon', '1e400', 'NaN'])('keeps no time that makes no sense: %s', (time) =>
		expect(readAnswer({ statusCode: 503, body: {}, headers: { 'retry-after': time } })).toEqual({
			kind: 'answered',
			status: 503,
			body: {},
		}),
	);
	it('is a redirect with its target', () =>
		expect(
			readAnswer({ statusCode: 302, body: '', headers: { location: 'https://new.example/rest/m' } }),
		).toEqual({ kind: 'redirected', location: 'https://new.example/rest/m' }));
});

describe('A renewal that did not succeed', () => {
	const refused = (error: string) => Object.assign(new Error('x'), { code: 'EAUTH', body: { error } });
	it.each([
		['n8n asks to reconnect', new NodeOperationError({ name: 'n' } as INode, 'reconnect')],
		['the server says no', refused('invalid_client')],
		['nothing is left to ask with', new Error('no refresh token is available')],
	])('wants the user to connect again: %s', (_what, thrown) =>
		expect(readFailedRenewal(thrown)).toEqual({ kind: 'notRenewed' }),
	);
	it.each([
		['a page', Object.assign(new Error('x'), { code: 'ESTATUS', status: 502 })],
		['no connection', Object.assign(new Error('x'), { isAxiosError: true, code: 'ECONNREFUSED' })],
		['the server is out of order', refused('temporarily_unavailable')],
		['anything else', 'x'],
	])('is a fault that passes: %s', (_what, thrown) =>
		expect(readFailedRenewal(thrown)).toEqual({ kind: 'unrenewed' }),
	);
});
