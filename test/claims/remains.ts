import type { Parties } from './parties';

/**
 * Takes away every step that this check may have put into the portal, whatever was answered at the time.
 * @returns the codes of those that may still be there
 */
export async function takeAwaySteps({ application, codes }: Parties): Promise<string[]> {
	const errorOf = async (kind: string, CODE: string) =>
		await application(`bizproc.${kind}.delete`, { CODE }).then(
			({ error }) => error,
			() => 'no answer',
		);
	const left: string[] = [];
	for (const kind of ['robot', 'activity']) {
		// The portal may tell its list from memory; and it may have taken a code that it should have refused.
		const { result } = await application(`bizproc.${kind}.list`).catch(() => ({ result: [] }));
		const listed = (Array.isArray(result) ? result : []).map(String);
		const ours = listed.filter((code) => codes.some((own) => code.startsWith(own)));
		for (const code of new Set([...codes, ...ours])) {
			const error = await errorOf(kind, code);
			if (error !== undefined && error !== 'ERROR_ACTIVITY_NOT_FOUND') left.push(code);
		}
	}
	return left;
}
