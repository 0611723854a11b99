import {
	isBinaryExpression,
	isCallExpression,
	isConditionalExpression,
	isFunctionLike,
	isIdentifier,
	isNoSubstitutionTemplateLiteral,
	isParenthesizedExpression,
	isStringLiteral,
	isTemplateExpression,
	isVariableDeclaration,
	type Expression,
	type Node,
} from 'typescript';

/** Stands for what is known only when the code runs. */
export const HOLE = '…';

/** All that an expression may give, as far as its own file tells. */
export function textsOf(expression: Expression): string[] {
	if (isStringLiteral(expression) || isNoSubstitutionTemplateLiteral(expression)) return [expression.text];
	if (isParenthesizedExpression(expression)) return textsOf(expression.expression);
	if (isConditionalExpression(expression)) {
		return [...textsOf(expression.whenTrue), ...textsOf(expression.whenFalse)];
	}
	if (isBinaryExpression(expression)) return [...textsOf(expression.left), ...textsOf(expression.right)];
	if (isTemplateExpression(expression)) {
		return expression.templateSpans.reduce(
			(texts, span) =>
				texts.flatMap((text) =>
					textsOf(span.expression).map((inner) => text + (inner || HOLE) + span.literal.text),
				),
			[expression.head.text],
		);
	}
	return isIdentifier(expression) ? textsNamed(expression.text, expression) : [HOLE];
}

/** What a constant, or a parameter of the function around it, holds. */
function textsNamed(name: string, where: Node): string[] {
	for (let scope: Node = where; scope; scope = scope.parent) {
		if (isFunctionLike(scope)) {
			const index = scope.parameters.findIndex((parameter) => parameter.name.getText() === name);
			if (index !== -1) return argumentsOf(nameOf(scope), index, scope);
		}
	}
	const constants = within(where.getSourceFile(), isVariableDeclaration);
	const initializer = constants.find((constant) => constant.name.getText() === name)?.initializer;
	return initializer ? textsOf(initializer) : [HOLE];
}

/** What a function is called with in its own file. */
function argumentsOf(called: string | undefined, index: number, where: Node): string[] {
	const calls = within(where.getSourceFile(), isCallExpression).filter(
		({ expression }) => expression.getText() === called,
	);
	const given = calls.map((call) => call.arguments[index]).filter((argument) => argument !== undefined);
	const texts = given.flatMap((argument) => (isIdentifier(argument) ? [HOLE] : textsOf(argument)));
	return texts.length > 0 ? [...new Set(texts)] : [HOLE];
}

function nameOf(scope: Node & { name?: Node }): string | undefined {
	if (scope.name) return scope.name.getText();
	return isVariableDeclaration(scope.parent) ? scope.parent.name.getText() : undefined;
}

/** Everything of one kind that stands in a node, however deep. */
export function within<Kind extends Node>(node: Node, isKind: (node: Node) => node is Kind): Kind[] {
	const found: Kind[] = [];
	node.forEachChild(function visit(child) {
		if (isKind(child)) found.push(child);
		child.forEachChild(visit);
	});
	return found;
}
