import type { Portal } from '../contract';
import type { Reply } from '../http/reply';
import { connectBox } from './connect';
import { page } from './frame';
import { markup } from './markup';
import { moodBar } from './mood';
import { processesSection } from './processes/processes';
import { stepsSection } from './steps/steps';
import { templatesSection } from './steps/templates';

const SCRIPT = markup`<script type="module" src="/page/portal.js"></script>`;

/** The portal as a person sees it: what n8n needs, the steps it has put here, and the processes with their logs. */
export function portalPage(portal: Portal): Reply {
	const steps = portal.registered();
	const content = markup`<nav class="skip" aria-label="Skip">
<a href="#steps">To the steps</a> <a href="#processes">To the processes</a>
</nav>
<header>
<img src="/page/portal.svg" alt="" width="40" height="40">
<div><h1>Stand-in portal</h1>
<p>It answers n8n as Bitrix24 does. Nothing in it is real, and it forgets everything when it stops.</p></div>
</header>
<p id="said" role="status"></p>
<noscript><p class="strip">Without JavaScript this page shows what was so when it was loaded. <a href="/">Load it again</a></p></noscript>
<div id="portal">
${moodBar(portal.mood)}
<main>
${connectBox(portal)}
<div class="work">
${stepsSection(steps)}
${templatesSection(portal.templates())}
${processesSection(portal.workflows(), steps)}
</div>
</main>
</div>`;
	return page(200, 'Stand-in portal', content, SCRIPT);
}
