import { differs, type Finding } from './check';
import type { Look } from './expectations';

/** As a table in Markdown, which can be put into an issue as it is. */
export function toTable(findings: Finding[]): string {
	const rows = findings.map((finding) => [
		finding.claim,
		finding.source ?? 'not documented',
		seenIn(finding),
		verdictOn(finding),
	]);
	return [['claim', 'source', 'seen', ''], ['---', '---', '---', '---'], ...rows]
		.map((cells) => `| ${cells.map(toCell).join(' | ')} |\n`)
		.join('');
}

const toCell = (text: string): string => text.replaceAll('|', '\\|').replace(/\s+/g, ' ');

function verdictOn(finding: Finding): string {
	if (finding.looks === undefined) return 'not tried';
	return differs(finding) ? 'DIFFERS' : 'agrees';
}

const LONGEST = 160;

/** Of a claim that does not agree, only what does not. */
function seenIn({ looks = [], reason }: Finding): string {
	if (reason !== undefined) return reason;
	const wrong = looks.filter(({ wanted }) => wanted !== undefined);
	const text = (wrong.length > 0 ? wrong : looks).map(inWords).join(', ');
	return wrong.length > 0 || text.length <= LONGEST ? text : `${text.slice(0, LONGEST)}…`;
}

const inWords = ({ path, seen, wanted }: Look): string =>
	`${path} ${seen}${wanted === undefined ? '' : ` instead of ${wanted}`}`;

export function summaryOf(findings: Finding[]): string {
	const differing = findings.filter(differs).length;
	const untried = findings.filter(({ reason }) => reason !== undefined).length;
	const agreeing = findings.length - differing - untried;
	return `${findings.length} claims: ${agreeing} agree, ${differing} differ, ${untried} could not be tried.`;
}
