import { NodeApiError, UserError, type INode } from 'n8n-workflow';
import { readAnswer, readThrown } from '../../../../nodes/portal/answers/reply';

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

	it('is the portal’s answer when there is one', () => {
		const response = { status: 403, data: { error: 'ACCESS_DENIED' }, headers: {} };
		expect(readThrown(thrown({ response }))).toEqual({
			kind: 'answered',
			status: 403,
			body: { error: 'ACCESS_DENIED' },
		});
	});

	it('is a redirect with its target', () => {
		const response = { status: 302, data: '', headers: { location: 'https://new.example/rest/m' } };
		expect(readThrown(thrown({ response }))).toEqual({
			kind: 'redirected',
			requested: 'https://p.example/rest/m',
			location: 'https://new.example/rest/m',
		});
	});

	it('is a refused renewal when another server than the portal broke off', () => {
		const error = thrown({ code: 'ECONNRESET', config: { url: 'https://oauth.example/oauth/token/' } });
		expect(readThrown(error, 'https://p.example')).toEqual({ kind: 'notRenewed' });
	});

	it('is the credential’s own sentence when nothing was sent', () => {
		const error = new NodeApiError(
			{ name: 'n' } as INode,
			new UserError('The Webhook URL is empty') as never,
		);
		expect(readThrown(error)).toEqual({ kind: 'unprepared', reason: 'The Webhook URL is empty' });
	});

	it('is a stopped execution', () =>
		expect(readThrown(thrown({ code: 'ERR_CANCELED' })).kind).toBe('canceled'));
});

describe('An answer', () => {
	it.each(['<html>', '', undefined, [true], 'true'])('is unreadable when it is no JSON object: %j', (body) =>
		expect(readAnswer({ status: 200, body })).toEqual({ kind: 'unreadable', status: 200 }),
	);
	it('keeps how long the portal asks to wait', () =>
		expect(readAnswer({ status: 503, body: {}, headers: { 'retry-after': '3' } })).toMatchObject({
			retryAfterSeconds: 3,
		}));
});
