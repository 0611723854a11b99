import type { Claim } from '../claim';
import { ACTIVITY_LOG, EVENT_SEND } from '../pages';

/** Of the right form, and signed by nobody. */
const FORGED = `664fa13bbbb410.99176768|A10001_10002_10003_10004|${'x'.repeat(32)}.${'0'.repeat(64)}`;
const DENIED = { status: 403, error: 'ACCESS_DENIED', result: undefined };
const EMPTY = { status: 400, error: 'ERROR_EMPTY_LOG_MESSAGE' };
const query = (token: string, message: string): string =>
	`bizproc.activity.log?EVENT_TOKEN=${encodeURIComponent(token)}&LOG_MESSAGE=${encodeURIComponent(message)}`;

/** What a token that is none is told. */
const WITHOUT_A_PROCESS: Claim[] = [
	{
		claim: 'A line with a text in place of a token is ACCESS_DENIED',
		source: ACTIVITY_LOG,
		needs: 'processes',
		try: async ({ webhook }) =>
			await webhook('bizproc.activity.log', { EVENT_TOKEN: 'check-portal', LOG_MESSAGE: 'x' }),
		expected: DENIED,
	},
	{
		claim: 'A line with a forged token is ACCESS_DENIED',
		source: ACTIVITY_LOG,
		needs: 'processes',
		try: async ({ webhook }) =>
			await webhook('bizproc.activity.log', { EVENT_TOKEN: FORGED, LOG_MESSAGE: 'x' }),
		expected: DENIED,
	},
	{
		claim: 'A line without a token is ACCESS_DENIED',
		source: ACTIVITY_LOG,
		needs: 'processes',
		try: async ({ webhook }) => await webhook('bizproc.activity.log', { LOG_MESSAGE: 'x' }),
		expected: DENIED,
	},
	{
		claim: 'A line with a list of tokens is ACCESS_DENIED',
		needs: 'processes',
		try: async ({ webhook }) =>
			await webhook('bizproc.activity.log', { EVENT_TOKEN: [FORGED], LOG_MESSAGE: 'x' }),
		expected: DENIED,
	},
	{
		claim: 'The token is looked at before the message',
		needs: 'processes',
		try: async ({ webhook }) => await webhook('bizproc.activity.log', { EVENT_TOKEN: FORGED }),
		expected: DENIED,
	},
	{
		claim: 'A result with a forged token is ACCESS_DENIED',
		source: EVENT_SEND,
		needs: 'processes',
		try: async ({ webhook }) =>
			await webhook('bizproc.event.send', { EVENT_TOKEN: FORGED, RETURN_VALUES: { answer: 'x' } }),
		expected: DENIED,
	},
	{
		claim: 'In a batch a forged token fails its own command only',
		source: ACTIVITY_LOG,
		needs: 'processes',
		try: async ({ webhook }) =>
			await webhook('batch', { cmd: { before: 'scope', line: query(FORGED, 'x'), after: 'scope' } }),
		expected: {
			status: 200,
			result: { result_error: { line: { error: 'ACCESS_DENIED' }, before: undefined, after: undefined } },
		},
	},
];

/** With the token of a process that waits. All of them are refused, so nothing is written to it. */
const WITH_A_PROCESS: Claim[] = [
	...[undefined, '', '0', [], false].map(
		(message): Claim => ({
			claim: `The message ${JSON.stringify(message) ?? 'that is missing'} is ERROR_EMPTY_LOG_MESSAGE`,
			source: ACTIVITY_LOG,
			needs: 'eventToken',
			try: async ({ webhook, eventToken }) =>
				await webhook('bizproc.activity.log', { EVENT_TOKEN: eventToken, LOG_MESSAGE: message }),
			expected: EMPTY,
		}),
	),
	{
		claim: 'The names of parameters are read in any case',
		needs: 'eventToken',
		try: async ({ webhook, eventToken }) =>
			await webhook('bizproc.activity.log', { event_Token: eventToken, Log_message: '' }),
		expected: EMPTY,
	},
	{
		claim: 'A token with a line end behind it is ACCESS_DENIED',
		needs: 'eventToken',
		try: async ({ webhook, eventToken }) =>
			await webhook('bizproc.activity.log', { EVENT_TOKEN: `${eventToken}\n`, LOG_MESSAGE: '' }),
		expected: DENIED,
	},
	{
		claim: 'A message in a batch is replaced if it names a result: here by the empty map',
		needs: 'eventToken',
		try: async ({ webhook, eventToken }) =>
			await webhook('batch', { cmd: { line: query(eventToken, '$result[nobody]') } }),
		expected: { status: 200, result: { result_error: { line: { error: 'ERROR_EMPTY_LOG_MESSAGE' } } } },
	},
];

export const TOKENS: Claim[] = [...WITHOUT_A_PROCESS, ...WITH_A_PROCESS];
