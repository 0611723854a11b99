import type { Zone } from 'luxon';
import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { unusable, type Failure } from '../portal/answers/failure';
import { isObject } from '../portal/answers/reply';
import { expressionsInQuotes, isChangedInQuotes, keyTwice, parseObject, SAFE_FORM } from './json';
import { toText } from './text';

/** A field that was mapped by dragging, and nothing more. */
const MAPPED = /^=\{\{\s*\$json\.([A-Za-z_]\w*)\s*\}\}$/;

/** The node's fields as one item fills them. The first that cannot be used is remembered; reading goes on. */
export interface ItemReader {
	/** Why nothing of this item can be sent. */
	readonly failure?: Failure;
	/** The value of a field. @param label the field's name as the user sees it */
	value(name: string, label: string): unknown;
	/** The same as text, JSON for objects and lists; undefined for what has no text. */
	text(name: string, label: string): string | undefined;
	/**
	 * The same as an object, from an object or from its JSON; undefined for anything else. JSON that an expression may have
	 * changed, or a key of which stands twice, is refused.
	 */
	json(name: string, label: string): Record<string, unknown> | undefined;
	/** The item cannot be sent. @param happened names the field, without a final period */
	refuse(happened: string, nextStep: string): void;
	/** The zone of the portal's clock, for operations that have dates, or why it is not known. */
	readonly zone?: Zone | Failure;
	/** n8n's own, for what is not a field of the item. */
	readonly context: IExecuteFunctions;
}

/** Opens the items of one run for reading. */
export function openItems(
	context: IExecuteFunctions,
	items: INodeExecutionData[],
	zone?: Zone | Failure,
): (item: number) => ItemReader {
	/** By field: as n8n stores it. */
	const stored = new Map<string, string>();
	/** By field: the item's field that it is mapped to; undefined when it is anything else. */
	const mapped = new Map<string, string | undefined>();
	// With a tool, $json is not the item: the agent's own item stands behind it.
	const isTool = context.getNode().type.endsWith('Tool');

	function raw(name: string): string {
		if (!stored.has(name)) {
			const value: unknown = context.getNodeParameter(name, 0, undefined, { rawExpressions: true });
			stored.set(name, typeof value === 'string' ? value : '');
		}
		return stored.get(name)!;
	}

	function mappedTo(name: string): string | undefined {
		if (isTool) return undefined;
		if (!mapped.has(name)) mapped.set(name, MAPPED.exec(raw(name))?.[1]);
		return mapped.get(name);
	}

	/**
	 * What `{{ $json.name }}` comes to when the item's field holds a text, a number, true or false. To have n8n work
	 * out an expression costs more than everything else that is done for a line (`npm run bench`, own cost).
	 * Everything else is left to n8n.
	 */
	function read(name: string, item: number): unknown {
		const field = mappedTo(name);
		const json = items[item].json;
		const value = field !== undefined && Object.hasOwn(json, field) ? json[field] : undefined;
		const isPlain = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
		return isPlain ? value : context.getNodeParameter(name, item, undefined);
	}

	return (item) => new Reader(context, item, read, raw, zone);
}

class Reader implements ItemReader {
	failure?: Failure;

	constructor(
		readonly context: IExecuteFunctions,
		private readonly item: number,
		private readonly read: (name: string, item: number) => unknown,
		private readonly raw: (name: string) => string,
		readonly zone?: Zone | Failure,
	) {}

	value(name: string, label: string): unknown {
		try {
			return this.read(name, this.item);
		} catch {
			this.refuse(
				`The expression in the field ${label} cannot be worked out for this item`,
				'Open the field and check its expression with the data of this item.',
			);
			return undefined;
		}
	}

	text(name: string, label: string): string | undefined {
		return toText(this.value(name, label));
	}

	json(name: string, label: string): Record<string, unknown> | undefined {
		const value = this.value(name, label);
		if (typeof value !== 'string') return isObject(value) ? value : undefined;
		if (expressionsInQuotes(this.raw(name)).some((expression) => this.isChanged(expression))) {
			this.refuse(
				`The field ${label} holds an expression inside quotes, and its text would not arrive as it is`,
				`The text holds a quote, a backslash or a line end. ${SAFE_FORM}`,
			);
			return undefined;
		}
		const object = parseObject(value);
		const twice = object && keyTwice(value);
		if (twice !== undefined) {
			this.refuse(
				`The key "${twice}" stands twice in the field ${label}`,
				`Keep one of them. If the text of an expression has made the other one: ${SAFE_FORM}`,
			);
			return undefined;
		}
		return object;
	}

	private isChanged(expression: string): boolean {
		return isChangedInQuotes(this.context.evaluateExpression(expression, this.item));
	}

	refuse(happened: string, nextStep: string): void {
		this.failure ??= unusable(happened, nextStep);
	}
}
