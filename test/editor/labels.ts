import type { Locator, Page } from 'playwright-core';

/** The label that stands beside a field; n8n puts a star behind it when the field is required. */
export const labelled = (page: Page, label: string): Locator =>
	page.locator('label').filter({ has: page.locator('.n8n-text', { hasText: exactly(label) }) });

/** A field with its label, of a node or of a credential. */
export const fieldOf = (scope: Locator, label: string): Locator =>
	scope.locator(labelled(scope.page(), label)).locator('xpath=../..');

/** Where one writes: a line, several lines, or the box of an expression. */
export const boxOf = (field: Locator): Locator =>
	field.locator('input:not([readonly]), textarea, .cm-content').first();

const exactly = (label: string): RegExp =>
	new RegExp(`^\\s*${label.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}\\s*\\*?\\s*$`);
