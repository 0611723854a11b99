import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

/** A field that was mapped by dragging, and nothing more. */
const MAPPED = /^=\{\{\s*\$json\.([A-Za-z_]\w*)\s*\}\}$/;

interface Run {
	items: INodeExecutionData[];
	/** By parameter: the field of the item that it is mapped to; undefined when it is anything else. */
	mapped: Map<string, string | undefined>;
}

const runs = new WeakMap<IExecuteFunctions, Run>();

/**
 * What `{{ $json.name }}` comes to when the item's field holds a text, a number, true or false. To have n8n work out
 * an expression costs more than everything else that is done for a line (`npm run bench`, own cost).
 * @returns undefined for everything else, which is left to n8n
 */
export function readPlainField(
	context: IExecuteFunctions,
	name: string,
	item: number,
): string | number | boolean | undefined {
	const { items, mapped } = runs.get(context) ?? openRun(context);
	if (!mapped.has(name)) mapped.set(name, fieldOf(context, name));
	const field = mapped.get(name);
	const json = items[item]?.json;
	if (field === undefined || json === undefined || !Object.hasOwn(json, field)) return undefined;
	const value = json[field];
	return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
		? value
		: undefined;
}

function openRun(context: IExecuteFunctions): Run {
	const run = { items: context.getInputData(), mapped: new Map<string, string | undefined>() };
	runs.set(context, run);
	return run;
}

function fieldOf(context: IExecuteFunctions, name: string): string | undefined {
	// With a tool, $json is not the item: the agent's own item stands behind it.
	if (context.getNode().type.endsWith('Tool')) return undefined;
	const raw: unknown = context.getNodeParameter(name, 0, undefined, { rawExpressions: true });
	return typeof raw === 'string' ? MAPPED.exec(raw)?.[1] : undefined;
}
