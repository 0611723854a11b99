import type { ReturnRecord } from '../records';

/** `{=code:Name}`: what the step of that code returned under that name. A real template names the step by a number. */
const EXPRESSION = /\{=([a-z0-9._-]+):([a-z]\w*)\}/gi;

/** The values of a template with its expressions filled in. An expression alone keeps its type; unknown ones stay. */
export function fillIn(
	values: Record<string, unknown> | undefined,
	returned: ReturnRecord[],
): Record<string, unknown> {
	const entries = Object.entries(values ?? {}).map(([key, value]) => [key, filled(value, returned)]);
	return Object.fromEntries(entries) as Record<string, unknown>;
}

function filled(value: unknown, returned: ReturnRecord[]): unknown {
	if (Array.isArray(value)) return value.map((one) => filled(one, returned));
	if (typeof value !== 'string') return value;
	const [only] = value.matchAll(EXPRESSION);
	if (only?.[0] === value) return lookUp(only, returned);
	return value.replace(EXPRESSION, (...match) => String(lookUp(match as string[], returned)));
}

function lookUp([expression, code, name]: string[], returned: ReturnRecord[]): unknown {
	const step = returned.filter((one) => one.code === code).at(-1);
	return step && name in step.values ? step.values[name] : expression;
}
