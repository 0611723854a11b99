/* eslint-disable @n8n/community-nodes/no-restricted-globals */
import { photographed } from './evidence';
import type { Effort } from './person';
import type { EditorStage } from './stage';

/** One numbered step of a text for people, and what somebody does who follows it. */
export interface Step {
	/** The words of the text, without its markup. */
	says: string;
	play(stage: EditorStage): Promise<void>;
}

/**
 * Plays the steps in turn, and prints what they took of the person.
 *
 * @throws naming the step at which the editor differs from the words.
 */
export async function walk(title: string, steps: Step[], stage: EditorStage): Promise<void> {
	const rows = [title];
	for (const [index, { says, play }] of steps.entries()) {
		const before = { ...stage.person.effort };
		await play(stage).catch(async (error: Error) => {
			const folder = await photographed(stage.person.page.context());
			throw new Error(
				`Step ${index + 1}, "${says}", cannot be done; what was on the screen is in ${folder}.\n${error.message}`,
			);
		});
		rows.push(`${index + 1}. ${says.slice(0, 60)}: ${spent(stage.person.effort, before)}`);
	}
	process.stdout.write(`${rows.join('\n')}\nIn all: ${spent(stage.person.effort)}\n`);
}

const spent = (now: Effort, before: Partial<Effort> = {}): string =>
	Object.entries(now)
		.map(([what, count]) => `${count - (before[what as keyof Effort] ?? 0)} ${what}`)
		.join(', ');
