/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- reads README */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { numberedSteps } from './numberedSteps';
import { quickStart } from '../../editor/walks/quickStart';

const README = readFileSync(join(__dirname, '..', '..', '..', 'README.md'), 'utf8');

const TEXT = `# A package

## Quick start

Before you begin: n8n must be reachable.

1. Search for **bitrix24**, and add the
   [trigger](#trigger).

   ![The search](docs/pictures/search.png)
2. Enter:
   - the \`Client ID\`
   - *nothing* else

   \`\`\`text
   1. not a step
   \`\`\`
3. Publish.

## Install

1. Another list.
`;

it('reads the numbered steps of a section as a person does', () => {
	expect(numberedSteps(TEXT, 'Quick start')).toEqual([
		'Search for bitrix24, and add the trigger.',
		'Enter: the Client ID nothing else',
		'Publish.',
	]);
});

it.each(['# A package\n', '## Quick start of old\n1. One\n', '## Quick start\n\nComing soon.\n'])(
	'%j has no such steps',
	(text) => expect(numberedSteps(text, 'Quick start')).toBeUndefined(),
);

// Until README has a quick start, the walk has nothing to keep to.
const steps = numberedSteps(README, 'Quick start');
(steps ? it : it.skip)("README's quick start says what test:editor plays, step by step", () => {
	expect(steps).toEqual(quickStart.map(({ says }) => says));
});
