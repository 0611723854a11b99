import fc from 'fast-check';
import { often, rarely } from './frequency';
import type { CredentialPlan, DatabasePlan, PortalPlan, WorkflowPlan } from './scenario';

export const drawnPortal: fc.Arbitrary<PortalPlan> = fc.record({
	burst: fc.constantFrom(50, 50, 0, 5, 2, 1),
	perSecond: fc.constantFrom(2, 5, 0.5),
	neighbour: fc.constantFrom(0, 0, 0, 0.3),
	workingSeconds: fc.constantFrom(0, 0, 0, 480, 20, 3),
	charges: fc.constantFrom('commands', 'batch', 'both'),
	commandMs: fc.constantFrom(0, 0, 5, 200, 2000, 6000),
	requestMs: fc.constantFrom(0, 20, 300),
	latencyMs: fc.constantFrom(5, 50, 400),
	oldCodes: rarely(fc.constant(true), false),
	renamedAtRequest: rarely(fc.nat(6), undefined),
});

/** Something else executes it: for a moment, or it hangs. */
const busy = fc
	.tuple(fc.nat(3000), fc.constantFrom(500, 4000, 20_000, 3_600_000))
	.map(([from, ms]): [number, number] => [from, from + ms]);

export const drawnWorkflow: fc.Arbitrary<WorkflowPlan> = fc.record({
	portal: fc.nat(1),
	state: often('running', fc.constantFrom('closed', 'ended')),
	endsMs: rarely(fc.nat(20_000), undefined),
	busyMs: rarely(busy, undefined),
});

export const drawnCredential: fc.Arbitrary<CredentialPlan> = fc.record({
	portal: fc.nat(1),
	kind: fc.constantFrom('webhook', 'oAuth2'),
	expiresMs: fc.constantFrom(undefined, undefined, 0, 700, 20_000),
	flaw: often(undefined, fc.constantFrom('missing', 'noAddress', 'deleted'), 30),
});

export const drawnDatabase: fc.Arbitrary<DatabasePlan> = fc.record({
	ms: fc.constantFrom(0, 2, 30),
	failing: rarely(fc.array(fc.nat(10), { maxLength: 3 }), [], 15),
	filled: rarely(fc.constant(true), false, 40),
});
