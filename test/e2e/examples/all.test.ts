/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { exampleNames, exampleWorkflow } from '../../n8n/workflows';

/** What holds for every workflow in the folder examples. */

const page = readFileSync(join(__dirname, '..', '..', '..', 'examples', 'README.md'), 'utf8');

describe.each(exampleNames())('%s', (file) => {
	const { nodes } = exampleWorkflow(file);

	it('explains itself to those who build without code', () => {
		expect(nodes.map(({ type }) => type)).toContain('n8n-nodes-base.stickyNote');
	});

	it('names its credentials without an id of another n8n', () => {
		const ids = nodes.flatMap(({ credentials = {} }) => Object.values(credentials).map(({ id }) => id));
		expect(new Set(ids)).toEqual(new Set([null]));
	});

	it('holds no address of a step, so that everybody who imports it gets one of his own', () => {
		const triggers = nodes.filter(({ type }) => type.endsWith('.bizprocTrigger'));
		expect(triggers.map(({ webhookId }) => webhookId)).toEqual(triggers.map(() => undefined));
	});

	it('is told in the page beside it', () => {
		expect(page).toContain(`](${file}.json)`);
	});

	it('has a picture and an address to import it by in that page', () => {
		expect(page).toContain(`](../docs/pictures/example-${file}.png)`);
		expect(page).toContain(`/main/examples/${file}.json\``);
	});

	it('is run by a test of the same name', () => {
		expect(existsSync(join(__dirname, `${file}.test.ts`))).toBe(true);
	});
});
