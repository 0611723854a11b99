import { readAccess } from './access';
import { check, differs, type Finding } from './check';
import { CLAIMS } from './claims';
import { openParties } from './parties';
import { quiet } from './quiet';
import { takeAwaySteps } from './remains';
import type { Settings } from './settings';
import { summaryOf, toTable } from './table';

const INVITATION = `Please send this table, also if all agrees. It holds no secret and no name of your portal:
https://github.com/n8n-nodes-bitrix24-bizproc/n8n-nodes-bitrix24-bizproc/issues/new?template=check-portal.md
`;

/**
 * Tries every claim at one portal and tells what was seen. Whatever happens, the steps that it has created are taken
 * away again.
 * @returns whether nothing was found wrong, and nothing was left behind
 * @throws an Error with a sentence if the portal lets nothing be tried
 */
export async function checkPortal(
	settings: Settings,
	write: (words: string) => void,
	isStopped: () => boolean = () => false,
): Promise<boolean> {
	const withoutSecrets = quiet(settings);
	const say = (words: string) => write(withoutSecrets(`${words}\n`));
	const parties = openParties(settings);
	const access = await readAccess(parties, settings);
	say(`The webhook may use: ${access.scope.join(', ') || 'nothing'}.\n`);

	let findings: Finding[];
	let left: string[] = [];
	try {
		findings = await check(CLAIMS, parties, access, isStopped);
	} finally {
		if (parties.codes.length > 0) left = await takeAwaySteps(parties);
		if (left.length > 0) say(`These steps could not be taken away from the portal: ${left.join(', ')}.\n`);
	}
	say(`${toTable(findings)}\n${summaryOf(findings)}\n`);
	write(INVITATION);
	return left.length === 0 && !findings.some(differs);
}
