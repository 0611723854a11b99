import { isPhpArray } from '../../portal/php/array';
import { parseStr } from '../../portal/php/parseStr';
import { parseUrl } from '../../portal/php/parseUrl';
import type { Sent } from './sending';

/** The commands that a request asks for, as PHP reads them. A request that PHP cannot read holds none. */
export function readRequest(method: string, body: unknown): { commands: Sent[]; halt: boolean } {
	const params = isPhpArray(body) && isReadable(body) ? (body as Record<string, unknown>) : {};
	if (method !== 'batch') return { commands: [{ method, params }], halt: false };
	const cmd = isPhpArray(params.cmd) ? params.cmd : {};
	const commands = Object.entries(cmd).flatMap(([name, text]) => {
		if (typeof text !== 'string') return [];
		const { path, query } = parseUrl(text);
		return [{ name, method: path ?? '', params: readQuery(query) }];
	});
	return { commands, halt: Boolean(params.halt) };
}

/** JSON with half a character in it is no JSON to PHP, which then goes on without parameters. */
const isReadable = (body: unknown): boolean =>
	typeof body === 'string'
		? (body as string & { isWellFormed(): boolean }).isWellFormed()
		: !isPhpArray(body) || Object.values(body).every(isReadable);

/** Two names without brackets, as most queries are, need no reading of their own. */
const PLAIN = /^(EVENT_TOKEN)=([^&+]*)&(LOG_MESSAGE)=([^&+]*)$/;

function readQuery(query: string): Record<string, unknown> {
	const plain = PLAIN.exec(query);
	if (!plain) return parseStr(query);
	try {
		return { [plain[1]]: decodeURIComponent(plain[2]), [plain[3]]: decodeURIComponent(plain[4]) };
	} catch {
		return parseStr(query);
	}
}
