import type { Portal } from '../contract';
import type { MoodName } from '../moods/moods';
import type { Properties } from '../registration/properties';
import { MOODS } from './mood';
import { filledIn } from './steps/filledIn';

export interface Done {
	/** For a person to read or hear. */
	said: string;
	/** Id of the heading below which something has changed. */
	shows: string;
}

type Action = (portal: Portal, form: Record<string, unknown>) => Done;

/**
 * What the page's forms do, by name. A process is started and not waited for: its handler may take long, and the page
 * shows when it has answered.
 *
 * @throws with words for a person, when it cannot be done
 */
export const ACTIONS = new Map<string, Action>([
	[
		'run-step',
		(portal, { code, properties }) => {
			const step = portal.registered().find((one) => one.code === code);
			if (!step) throw new Error('This step is no longer in the portal.');
			const declared = step.fields.PROPERTIES as Properties | undefined;
			void portal.runStep({ code: step.code, properties: filledIn(declared, properties) });
			return started(step.name);
		},
	],
	[
		'run-template',
		(portal, { template }) => {
			const found = portal.templates().find(({ templateId }) => String(templateId) === template);
			if (!found) throw new Error('This template is no longer in the portal.');
			void portal.startProcess({ templateId: found.templateId });
			return started(found.name);
		},
	],
	[
		'start-waiting',
		(portal) => {
			portal.startWorkflow({ name: 'A process that waits' });
			return { said: 'Started. Its event token is ready to be copied.', shows: 'processes' };
		},
	],
	[
		'end',
		(portal, { process }) => {
			portal.finishWorkflow(String(process));
			return { said: 'The process has ended.', shows: `process-${String(process)}` };
		},
	],
	[
		'mood',
		(portal, { mood }) => {
			portal.setMood(mood as MoodName);
			return { said: `Mood of the portal: ${MOODS[portal.mood].name}.`, shows: 'mood' };
		},
	],
	[
		'handler-path',
		({ oauth }, { url }) => {
			const address = String(url).trim();
			if (!/^https?:/i.test(address) || !URL.canParse(address)) {
				throw new Error('The handler path must be an address that begins with http:// or https://.');
			}
			oauth.setRedirectUrl(address);
			return { said: 'Saved. Now press Connect in n8n.', shows: 'connect' };
		},
	],
]);

const started = (name: string): Done => ({ said: `Started: ${name}.`, shows: 'processes' });
