import type { Portal } from '../contract';
import type { Reply } from '../http/reply';
import { page } from './frame';
import { registeredSection } from './registered';
import { templatesSection } from './templates';
import { workflowSections } from './workflows';

const REFRESH_SECONDS = 3;

/** All there is to see: what the application registered, the templates, and the workflows with their logs. */
export function portalPage(portal: Portal): Reply {
	const content = [
		registeredSection(portal.registered()),
		templatesSection(portal.templates()),
		workflowSections(portal.workflows()),
	];
	return page(200, 'Workflows', content.join('\n'), REFRESH_SECONDS);
}
