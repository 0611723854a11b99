/* eslint-disable @n8n/community-nodes/no-restricted-imports -- reads the sources */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
	createSourceFile,
	isCallExpression,
	isNewExpression,
	isPropertyAssignment,
	ScriptTarget,
	type Expression,
	type SourceFile,
} from 'typescript';
import { ROOT } from './pages';
import { textsOf, within } from './texts';

/** Which argument tells what has happened. */
const CALLS: Record<string, number> = { refuse: 0, unusable: 0 };
const ERRORS: Record<string, number> = { UserError: 0, NodeOperationError: 1 };

/** Every sentence by which the code tells people what has happened; what it fills in stands as `…`. */
export function messagesOfCode(): string[] {
	const files = ['nodes', 'credentials'].flatMap((folder) =>
		readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
			.filter((file) => file.endsWith('.ts'))
			.map((file) => join(folder, file)),
	);
	return [...new Set(files.flatMap(messagesIn))].filter(saysSomething).sort();
}

function messagesIn(file: string): string[] {
	const text = readFileSync(join(ROOT, file), 'utf8');
	const source = createSourceFile(file, text, ScriptTarget.ES2022, true);
	return tellingExpressions(source).flatMap(textsOf);
}

function tellingExpressions(source: SourceFile): Expression[] {
	const told = within(source, isPropertyAssignment)
		.filter(({ name }) => name.getText() === 'happened')
		.map(({ initializer }) => initializer);
	const refused = within(source, isCallExpression).map(({ expression, arguments: given }) => {
		const name = expression.getText().split('.').at(-1) ?? '';
		return Object.hasOwn(CALLS, name) ? given[CALLS[name]] : undefined;
	});
	const thrown = within(source, isNewExpression).map(({ expression, arguments: given }) => {
		const name = expression.getText();
		return Object.hasOwn(ERRORS, name) ? given?.[ERRORS[name]] : undefined;
	});
	return [...told, ...refused, ...thrown].filter((one) => one !== undefined);
}

/** The sentences that are only passed on are told where they are made. */
const saysSomething = (message: string): boolean => /[a-z]{3}/i.test(message);
