/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals */
import { delimiter, dirname } from 'node:path';
import { isOldN8n } from './version';

export interface ServerPlace {
	/** n8n keeps everything in it, its database included. */
	folder: string;
	port: number;
	brokerPort: number;
	/** The program n8n runs on. n8n starts its task runner as `node`, so it has to be the first one in the path. */
	node: string;
	logLevel: 'info' | 'debug';
	/** Settings of n8n for this start only. */
	environment: Record<string, string>;
}

/** No telemetry, no advertisements, nothing that asks for the internet. */
const quiet = {
	N8N_DIAGNOSTICS_ENABLED: 'false',
	// Older n8n does not know it, and does not start then.
	...(!isOldN8n && { N8N_DISABLED_MODULES: 'mcp-registry' }),
	N8N_DYNAMIC_BANNERS_ENABLED: 'false',
	N8N_HIRING_BANNER_ENABLED: 'false',
	N8N_LICENSE_AUTO_RENEW_ENABLED: 'false',
	N8N_PERSONALIZATION_ENABLED: 'false',
	N8N_TEMPLATES_ENABLED: 'false',
	N8N_UNVERIFIED_PACKAGES_ENABLED: 'true',
	N8N_VERIFIED_PACKAGES_ENABLED: 'false',
	N8N_VERSION_NOTIFICATIONS_ENABLED: 'false',
	N8N_VERSION_NOTIFICATIONS_WHATS_NEW_ENABLED: 'false',
};

/**
 * The whole environment of n8n. Nothing is inherited but the path: a setting of the caller (a proxy, another n8n's
 * database, jest's NODE_ENV, which n8n refuses) must not reach it.
 */
export function settings({ folder, port, brokerPort, node, logLevel, environment }: ServerPlace) {
	return {
		...quiet,
		HOME: folder,
		PATH: `${dirname(node)}${delimiter}${process.env.PATH}`,
		N8N_USER_FOLDER: folder,
		N8N_ENCRYPTION_KEY: 'the same key each time, so that a folder can be used again',
		N8N_HOST: '127.0.0.1',
		N8N_LISTEN_ADDRESS: '127.0.0.1',
		N8N_PORT: String(port),
		// The portal posts to no host without a dot, so not to localhost.
		N8N_WEBHOOK_URL: `http://127.0.0.1:${port}/`,
		N8N_RUNNERS_BROKER_PORT: String(brokerPort),
		// A worker has no pages; there it only tells whether it is up.
		QUEUE_HEALTH_CHECK_ACTIVE: 'true',
		QUEUE_HEALTH_CHECK_PORT: String(port),
		N8N_WORKER_SERVER_ADDRESS: '127.0.0.1',
		N8N_SECURE_COOKIE: 'false',
		N8N_GRACEFUL_SHUTDOWN_TIMEOUT: '3',
		N8N_LOG_LEVEL: logLevel,
		GENERIC_TIMEZONE: 'UTC',
		...environment,
	};
}
