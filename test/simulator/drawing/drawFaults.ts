import fc from 'fast-check';
import { ODD_ANSWERS, ODD_ENTRIES, type Fault, type Renewal } from './faults';
import { ODD_TIME_COUNT } from '../portal/oddTimes';

const UNREACHABLE = [
	'ECONNREFUSED',
	'ENOTFOUND',
	'EAI_AGAIN',
	'EHOSTUNREACH',
	'CERT_HAS_EXPIRED',
	'DEPTH_ZERO_SELF_SIGNED_CERT',
];
const LOST = ['ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ERR_BAD_RESPONSE', 'ERR_SSL_WRONG_VERSION', ''];
/** The whole request is refused with one of them. */
const REFUSALS: Array<[status: number, code: unknown]> = [
	[503, 'QUERY_LIMIT_EXCEEDED'],
	[503, 'QUERY_LIMIT_EXCEEDED'],
	[503, 'OVERLOAD_LIMIT'],
	[429, 'OPERATION_TIME_LIMIT'],
	[401, 'expired_token'],
	[401, 'INVALID_CREDENTIALS'],
	[401, 'insufficient_scope'],
	[401, 'ACCESS_DENIED'],
	[404, 'ERROR_METHOD_NOT_FOUND'],
	[410, 'PORTAL_DELETED'],
	[400, 'WRONG_ENCODING'],
	[400, '__proto__'],
	[400, 'constructor'],
	[400, 'hasOwnProperty'],
	[400, 12],
	[400, 'NOBODY_KNOWS'],
	[200, 'wrong_client'],
];
const RETRY_AFTER = [
	undefined,
	undefined,
	undefined,
	'2',
	'3600',
	7,
	'-5',
	'Wed, 21 Oct 2026 07:28:00 GMT',
	'1e400',
	'',
];
const COMMAND_CODES = [
	'OPERATION_TIME_LIMIT',
	'423',
	'QUERY_LIMIT_EXCEEDED',
	'499',
	'402',
	'__proto__',
	'constructor',
	'toString',
	17,
	true,
];

const ran = fc.boolean();
const first = fc.constantFrom(0, 0, 1, 2);
const every = fc.constantFrom(1, 2, 3);

/** What can happen to a request. */
export const drawnFault: fc.Arbitrary<Fault> = fc.oneof(
	fc.record({
		kind: fc.constant('unreachable' as const),
		code: fc.constantFrom(...UNREACHABLE),
		connecting: fc.constant(false),
	}),
	fc.record({
		kind: fc.constant('unreachable' as const),
		code: fc.constant('ETIMEDOUT'),
		connecting: fc.constant(true),
	}),
	fc.record({ kind: fc.constant('lost' as const), code: fc.constantFrom(...LOST), ran }),
	fc.record({ kind: fc.constant('silence' as const), ran }),
	fc.record({
		kind: fc.constant('page' as const),
		status: fc.constantFrom(200, 404, 429, 500, 502, 503),
		ran,
	}),
	fc.record({
		kind: fc.constant('turnedBack' as const),
		status: fc.constantFrom(401, 403, 403, 403, 407, 413, 414),
	}),
	fc.record({
		kind: fc.constant('turnedBack' as const),
		status: fc.constantFrom(429, 503),
		retryAfter: fc.constantFrom('1', '5', '3600'),
	}),
	fc.record({ kind: fc.constant('brokenJson' as const), ran }),
	fc
		.record({ refusal: fc.constantFrom(...REFUSALS), retryAfter: fc.constantFrom(...RETRY_AFTER) })
		.map(({ refusal: [status, code], retryAfter }): Fault => ({ kind: 'refusal', status, code, retryAfter })),
	fc.record({
		kind: fc.constant('commandRefusal' as const),
		code: fc.constantFrom(...COMMAND_CODES),
		first,
		every,
	}),
	fc.record({ kind: fc.constant('oddAnswer' as const), shape: fc.constantFrom(...ODD_ANSWERS), ran }),
	fc.record({
		kind: fc.constant('oddEntry' as const),
		shape: fc.constantFrom(...ODD_ENTRIES),
		ran,
		first,
		every,
	}),
	fc.record({ kind: fc.constant('oddTime' as const), shape: fc.nat(ODD_TIME_COUNT - 1) }),
	fc.record({
		kind: fc.constant('redirect' as const),
		to: fc.constantFrom(
			'page' as const,
			'plain' as const,
			'otherPath' as const,
			'nonsense' as const,
			'nothing' as const,
		),
	}),
	fc.record({ kind: fc.constant('slow' as const), ms: fc.constantFrom(500, 5000, 70_000) }),
	fc.record({
		kind: fc.constant('gossip' as const),
		code: fc.constantFrom('ERROR_CORE', 'NOBODY_KNOWS', 'WRONG_ENCODING'),
	}),
);

export const drawnRenewal: fc.Arbitrary<Renewal> = fc.oneof(
	fc.constant<Renewal>({ kind: 'granted' }),
	fc.constant<Renewal>({ kind: 'refused' }),
	fc.record({
		kind: fc.constant('unreachable' as const),
		code: fc.constantFrom('ECONNREFUSED', 'ENOTFOUND', 'ECONNRESET'),
	}),
	fc.record({ kind: fc.constant('page' as const), status: fc.constantFrom(200, 403, 502) }),
	fc.constant<Renewal>({ kind: 'silence' }),
);
