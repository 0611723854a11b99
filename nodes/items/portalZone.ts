import { DateTime, FixedOffsetZone, type Zone } from 'luxon';
import type { IExecuteFunctions } from 'n8n-workflow';
import { turnedAway, type Failure } from '../portal/answers/failure';
import type { Subject } from '../portal/answers/subject';
import { callOne, type CallOptions } from '../portal/client';
import { QUESTION } from '../portal/question';

/**
 * The zone of the portal's own clock, by which it reads dates. Answers show it, so it is asked only when none came in
 * this quarter of an hour.
 *
 * They show the difference to Greenwich as it is today, and no zone. What that was or will be in the other half of the
 * year, nobody tells: n8n's zone for this workflow is taken if its clocks show the same now, else what is true today.
 * @returns why it cannot be known
 */
export async function portalZone(context: IExecuteFunctions, options: CallOptions): Promise<Zone | Failure> {
	const { clock, time } = options.connection.portal;
	if (time.offset(clock.now()) === undefined) {
		const outcome = await callOne(QUESTION, { ...options, subject: asking(options.subject) });
		// Whatever became of the question, the result was not sent.
		if (!outcome.ok) return turnedAway(outcome.failure);
	}
	const nowMs = clock.now();
	const offset = time.offset(nowMs);
	if (offset === undefined) return unknown(options.subject);
	const ofN8n = DateTime.fromMillis(nowMs, { zone: context.getTimezone() });
	return ofN8n.isValid && ofN8n.offset === offset ? ofN8n.zone : FixedOffsetZone.instance(offset);
}

const asking = (subject: Subject): Subject => ({
	...subject,
	effect: 'read',
	mayHaveHappened: subject.nothingHappened,
	beforeAgain: 'Sending it again does no harm.',
});

const unknown = ({ nothingHappened }: Subject): Failure => ({
	kind: 'unsent',
	happened: `Bitrix24 does not show the time of its own clock, ${nothingHappened}`,
	nextStep:
		'Dates are read by that clock, and a wrong one cannot be called back. Check what stands between n8n and the portal and changes its answers.',
});
