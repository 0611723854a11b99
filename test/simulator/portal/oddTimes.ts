import { refuse, resultOf, type Part } from './parts';
import type { Reply } from './reply';

const ODD_TIMES: unknown[] = [
	null,
	[],
	'now',
	{ operating: 'much', operating_reset_at: 'never' },
	{ operating: -5, operating_reset_at: -1, finish: -1 },
	{ operating: 1e308, operating_reset_at: 1e308, finish: 1e308 },
	{ operating: Number.NaN, operating_reset_at: {}, finish: null },
	{ operating: { valueOf: refuse }, operating_reset_at: { toString: refuse } },
	Object.defineProperty({}, 'operating', { get: refuse, enumerable: true }),
];
export const ODD_TIME_COUNT = ODD_TIMES.length;

/** The figures of working time in another shape, in the whole answer and in each command's part. */
export function oddTime(reply: Reply, shape: number): Reply {
	const body = reply.body as Part;
	if ('error' in body) return reply;
	const time = ODD_TIMES[shape];
	const answer = resultOf(reply.body);
	const times = answer.result_time;
	if (typeof times !== 'object' || times === null) return { ...reply, body: { ...body, time } };
	const all = Object.fromEntries(Object.keys(times).map((name) => [name, time]));
	return { ...reply, body: { ...body, time, result: { ...answer, result_time: all } } };
}
