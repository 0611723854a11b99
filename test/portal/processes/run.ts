/* eslint-disable @n8n/community-nodes/no-restricted-imports */
import { setTimeout as sleep } from 'node:timers/promises';
import { applicationAuth } from '../bizproc/handlerAuth';
import { postToHandler } from '../bizproc/handlerPost';
import { randomText } from '../bizproc/token';
import { waitsFor, type Workflow } from '../bizproc/workflows';
import type { Desk } from '../desk';
import type { TemplateStep } from '../options';
import type { Registration } from '../registration/registrations';
import { fillIn } from './expressions';
import { type Process, returnedSoFar, type Visit } from './process';
import { returnValuesOf } from './returnValues';
import { propertiesOf } from './stepProperties';
import type { Drawing } from './templates';

/** What a step whose application was removed, or never installed, does to its process. */
const APPLICATION_NOT_FOUND = 'Rest application not found.';
/** What Node's timers hold, some 24 days. */
const LONGEST_TIMER_MILLISECONDS = 2 ** 31 - 1;

/** The step it stands at was answered: keeps what was returned and goes on. */
export function takeAnswer(desk: Desk, workflow: Workflow, process: Process, given: unknown): void {
	const visit = process.visits.at(-1)!;
	const { code } = visit.post;
	const declared = desk.registrations.find(code)?.fields.RETURN_PROPERTIES;
	visit.returned = { code, ...returnValuesOf(declared, given, desk.rules.zone), timedOut: false };
	void goOn(desk, workflow, process);
}

/** From step to step until one waits, fails or was the last. Resolves once the posts sent meanwhile are answered. */
export async function goOn(desk: Desk, workflow: Workflow, process: Process): Promise<void> {
	const posts: Array<Promise<void>> = [];
	do {
		const step = process.template.steps[process.visits.length];
		const registration = step && desk.registrations.find(step.code);
		if (registration) {
			posts.push(comeTo(desk, workflow, process, step, registration));
		} else {
			workflow.state = 'finished';
			if (step) process.failure = APPLICATION_NOT_FOUND;
		}
	} while (workflow.state === 'not waiting');
	await Promise.all(posts);
}

async function comeTo(
	desk: Desk,
	workflow: Workflow,
	process: Process,
	step: Drawing['steps'][number],
	{ code, fields }: Registration,
): Promise<void> {
	const { activityName, timeoutSeconds = 0 } = step;
	const waits = isWaiting(step, fields.USE_SUBSCRIPTION);
	const values = fillIn(step.properties, returnedSoFar(process));
	workflow.step = { ...workflow.step, activityName, eventId: randomText(32) };
	workflow.state = waits ? 'waiting' : 'not waiting';
	const visit: Visit = { post: { code, status: null, at: new Date().toISOString() } };
	process.visits.push(visit);
	if (waits && timeoutSeconds > 0) void timeOut(desk, workflow, process, visit, timeoutSeconds);
	const post = {
		...{ handler: fields.HANDLER, code, workflow, eventToken: desk.workflows.tokenOf(workflow) },
		...{ properties: propertiesOf(fields.PROPERTIES, values), waits, timeoutSeconds },
		auth: applicationAuth(desk, fields.AUTH_USER_ID),
	};
	visit.post.status = await postToHandler(post, desk.closing);
}

/** Registered with neither Y nor N, the step does as the template says. */
function isWaiting({ waits = true }: TemplateStep, useSubscription: unknown): boolean {
	return useSubscription === 'Y' || (useSubscription !== 'N' && waits);
}

/** Real time passes; a portal that stops takes its timers along. */
async function timeOut(
	desk: Desk,
	workflow: Workflow,
	process: Process,
	visit: Visit,
	seconds: number,
): Promise<void> {
	const { step } = workflow;
	const milliseconds = Math.min(seconds * 1000, LONGEST_TIMER_MILLISECONDS);
	const stopped = await sleep(milliseconds, false, { signal: desk.closing, ref: false }).catch(() => true);
	if (stopped || !waitsFor(workflow, step)) return;
	visit.returned = { code: visit.post.code, values: { IsTimeout: 1 }, timedOut: true };
	void goOn(desk, workflow, process);
}
