import type { MoodName } from '../moods/moods';
import { type Markup, markup } from './markup';

/** What people call each mood, and what it does. */
export const MOODS: Record<MoodName, { name: string; does: string }> = {
	normal: {
		name: 'Normal',
		does: 'Every call is answered. Give the portal a bad day, run a workflow, and see what the nodes say.',
	},
	limitsUsedUp: {
		name: 'Limits used up',
		does: 'Log lines and results are refused: no working time is left (429). The nodes wait as long as their Max Wait says, two minutes unless you change it.',
	},
	busy: {
		name: 'Busy (423)',
		does: 'Log lines and results are refused, as if something else were at work in each process. The nodes send again until their Max Wait is over, two minutes unless you change it.',
	},
	loggingOff: {
		name: 'Logging off',
		does: 'Log lines are accepted and dropped, as when logging is switched off in the template. The nodes cannot see that.',
	},
	answersLost: {
		name: 'Answers lost',
		does: 'Every call is done, and then the connection breaks before n8n hears of it.',
	},
};

/** A switch for the portal's moods. Each is a button, so that one press is enough, with a script or without. */
export function moodBar(current: MoodName): Markup {
	const buttons = Object.entries(MOODS).map(
		([mood, { name }]) =>
			markup`<button name="mood" value="${mood}" aria-pressed="${String(mood === current)}">${name}</button>\n`,
	);
	return markup`<section class="mood ${current === 'normal' ? 'good' : 'bad'}-mood" aria-labelledby="mood">
<form method="post" action="/page/mood" role="group" aria-labelledby="mood">
<h2 id="mood">Mood of the portal</h2>
${buttons}</form>
<p aria-live="polite">${MOODS[current].does}</p>
</section>`;
}
