import { BizprocControls } from './bizproc/controls';
import type { Portal } from './contract';
import type { Desk } from './desk';
import type { Fault } from './faults/fault';
import type { Servers } from './http/servers';
import { FAULTS_OF, type MoodName } from './moods/moods';
import type { OAuthServer } from './oauth/contract';
import type { Origins } from './oauth/tokens';
import type { Rules, TlsKeys } from './options';
import type { Door } from './rest/door';

/** The portal as the person at the controls holds it. */
export class StandIn extends BizprocControls implements Portal {
	constructor(
		desk: Desk,
		private readonly door: Door,
		private readonly servers: Servers,
		readonly oauth: OAuthServer,
	) {
		super(desk);
	}

	get url() {
		return this.servers.origins.portal;
	}

	get webhookUrl() {
		const { userId, secret } = this.desk.webhook;
		return `${this.url}/rest/${userId}/${secret}/`;
	}

	get webhookSecret() {
		return this.desk.webhook.secret;
	}

	get memberId() {
		return this.desk.tokens.memberId;
	}

	get applicationToken() {
		return this.desk.applicationToken;
	}

	get collisions() {
		return this.desk.workflows.collisions;
	}

	get requests() {
		return this.door.requests;
	}

	get mood() {
		return this.desk.mood;
	}

	setMood(name: MoodName): void {
		if (!Object.hasOwn(FAULTS_OF, name)) throw new Error(`The portal knows no mood ${name}`);
		this.desk.mood = name;
		this.desk.faults.standing = FAULTS_OF[name];
	}

	fault(fault: Fault): void {
		this.desk.faults.add(fault);
	}

	setLimits(rules: Partial<Rules>): void {
		Object.assign(this.desk.rules, rules);
	}

	revokeWebhook(): void {
		this.desk.webhook.revoked = true;
	}

	async answerAlsoAt(options?: { port?: number; tls?: TlsKeys }): Promise<string> {
		return await this.servers.answerAlsoAt(options);
	}

	moveTo(origin: string): void {
		this.desk.movedTo = origin;
	}

	async goOffline(which: keyof Origins = 'portal'): Promise<void> {
		await this.servers.goOffline(which);
	}

	async comeBack(which: keyof Origins = 'portal'): Promise<void> {
		await this.servers.comeBack(which);
	}

	clear(): void {
		this.door.requests.length = 0;
		this.desk.workflows.collisions = 0;
		this.desk.faults.clear();
		this.desk.stumbles.clear();
		this.desk.meter.forget();
		this.setMood('normal');
	}

	async stop(): Promise<void> {
		await this.servers.close();
	}
}
