/* eslint-disable @n8n/community-nodes/no-restricted-imports */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

export interface Programs {
	/** Holds redis-server and redis-cli. */
	redis: string;
	/** Holds initdb, postgres and pg_isready. */
	postgres: string;
}

/** Debian keeps the programs of each version of Postgres apart, and out of the path. */
const POSTGRES_VERSIONS = '/usr/lib/postgresql';

export const DEBIAN_PACKAGES = ['redis-server', 'postgresql'];

/** The folders of Redis and Postgres as Debian's packages install them; undefined when one of them is missing. */
export function findPrograms(): Programs | undefined {
	const redis = ['/usr/bin'].find((folder) => existsSync(join(folder, 'redis-server')));
	const postgres = postgresFolders().find((folder) => existsSync(join(folder, 'initdb')));
	return redis && postgres ? { redis, postgres } : undefined;
}

/** Newest first. */
function postgresFolders(): string[] {
	if (!existsSync(POSTGRES_VERSIONS)) return [];
	const versions = readdirSync(POSTGRES_VERSIONS).sort((a, b) => Number(b) - Number(a));
	return versions.map((version) => join(POSTGRES_VERSIONS, version, 'bin'));
}

/** @throws naming what to install. */
export function programs(): Programs {
	const found = findPrograms();
	if (found) return found;
	throw new Error(
		`Queue mode needs Redis and Postgres. Install Debian's packages: apt-get install ${DEBIAN_PACKAGES.join(' ')}`,
	);
}
