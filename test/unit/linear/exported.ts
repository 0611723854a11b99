/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- reads the sources */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
	createSourceFile,
	isArrowFunction,
	isFunctionDeclaration,
	isVariableStatement,
	ScriptTarget,
	SyntaxKind,
	type NodeArray,
	type ParameterDeclaration,
	type SourceFile,
	type Statement,
} from 'typescript';

const ROOT = join(__dirname, '..', '..', '..');

/** Types that may hold text which this package has not written itself. */
const FOREIGN = /\b(string|unknown|any|IDataObject|Param|Form|Entry)\b/;

/** Every exported function of the package that may be given foreign text, as "file name". */
export function exportedReaders(): string[] {
	return ['nodes', 'credentials'].flatMap((folder) =>
		readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
			.filter((file) => file.endsWith('.ts'))
			.flatMap((file) => readersIn(`${folder}/${file}`)),
	);
}

function readersIn(file: string): string[] {
	const text = readFileSync(join(ROOT, file), 'utf8');
	const source = createSourceFile(file, text, ScriptTarget.ES2022, true);
	const readers = source.statements.filter(isExported).flatMap(functionsOf);
	return readers
		.filter(({ parameters }) => mayBeForeign(parameters, source))
		.map(({ name }) => `${file} ${name}`);
}

const isExported = (statement: Statement): boolean =>
	statement.getChildren().some((child) => child.getText().startsWith('export')) &&
	statement.kind !== SyntaxKind.ExportDeclaration;

interface Named {
	name: string;
	parameters: NodeArray<ParameterDeclaration>;
}

function functionsOf(statement: Statement): Named[] {
	if (isFunctionDeclaration(statement)) {
		return [{ name: statement.name!.text, parameters: statement.parameters }];
	}
	if (!isVariableStatement(statement)) return [];
	return statement.declarationList.declarations.flatMap(({ name, initializer }) =>
		initializer && isArrowFunction(initializer)
			? [{ name: name.getText(), parameters: initializer.parameters }]
			: [],
	);
}

const mayBeForeign = (parameters: NodeArray<ParameterDeclaration>, source: SourceFile): boolean =>
	parameters.some(({ type }) => FOREIGN.test(type?.getText(source) ?? ''));
