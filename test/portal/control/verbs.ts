import type { Portal } from '../contract';

/** What another process may ask of the portal, by name; the words are those of the Portal interface. */
export const VERBS = {
	describe: (portal: Portal) => () => ({
		url: portal.url,
		webhookUrl: portal.webhookUrl,
		webhookSecret: portal.webhookSecret,
		memberId: portal.memberId,
		applicationToken: portal.applicationToken,
		collisions: portal.collisions,
		mood: portal.mood,
		oauth: {
			url: portal.oauth.url,
			application: portal.oauth.application,
			redirectUrl: portal.oauth.redirectUrl,
			asked: portal.oauth.asked,
			refreshes: portal.oauth.refreshes,
			lastRefreshToken: portal.oauth.lastRefreshToken,
		},
	}),
	startWorkflow: (portal: Portal) => portal.startWorkflow.bind(portal),
	startWorkflows: (portal: Portal) => portal.startWorkflows.bind(portal),
	runProcess: (portal: Portal) => portal.runProcess.bind(portal),
	registered: (portal: Portal) => portal.registered.bind(portal),
	publishTemplate: (portal: Portal) => portal.publishTemplate.bind(portal),
	templates: (portal: Portal) => portal.templates.bind(portal),
	startProcess: (portal: Portal) => portal.startProcess.bind(portal),
	runStep: (portal: Portal) => portal.runStep.bind(portal),
	process: (portal: Portal) => portal.process.bind(portal),
	nextStep: (portal: Portal) => portal.nextStep.bind(portal),
	closeStep: (portal: Portal) => portal.closeStep.bind(portal),
	finishWorkflow: (portal: Portal) => portal.finishWorkflow.bind(portal),
	setBusy: (portal: Portal) => portal.setBusy.bind(portal),
	log: (portal: Portal) => portal.log.bind(portal),
	accepted: (portal: Portal) => portal.accepted.bind(portal),
	workflows: (portal: Portal) => portal.workflows.bind(portal),
	requests: (portal: Portal) => () => portal.requests,
	setMood: (portal: Portal) => portal.setMood.bind(portal),
	fault: (portal: Portal) => portal.fault.bind(portal),
	setLimits: (portal: Portal) => portal.setLimits.bind(portal),
	revokeWebhook: (portal: Portal) => portal.revokeWebhook.bind(portal),
	answerAlsoAt: (portal: Portal) => portal.answerAlsoAt.bind(portal),
	moveTo: (portal: Portal) => portal.moveTo.bind(portal),
	clear: (portal: Portal) => portal.clear.bind(portal),
	setRedirectUrl: ({ oauth }: Portal) => oauth.setRedirectUrl.bind(oauth),
	issueTokens: ({ oauth }: Portal) => oauth.issueTokens.bind(oauth),
	expireAccessTokens: ({ oauth }: Portal) => oauth.expireAccessTokens.bind(oauth),
	revoke: ({ oauth }: Portal) => oauth.revoke.bind(oauth),
	answerWrongClient: ({ oauth }: Portal) => oauth.answerWrongClient.bind(oauth),
	stumble: ({ oauth }: Portal) => oauth.stumble.bind(oauth),
};

export type Verb = keyof typeof VERBS;

/** The verbs as promises: the same arguments, the same results. */
export type RemotePortal = {
	[V in Verb]: (
		...args: Parameters<ReturnType<(typeof VERBS)[V]>>
	) => Promise<Awaited<ReturnType<ReturnType<(typeof VERBS)[V]>>>>;
};
