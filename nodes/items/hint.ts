import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

const MORE = 'https://github.com/n8n-nodes-bitrix24-bizproc/n8n-nodes-bitrix24-bizproc#what-accepted-means';

/**
 * Says above the output what "accepted" does not promise, if anything was.
 * @param words a sentence without a final period
 */
export function hintAtAccepted(context: IExecuteFunctions, items: INodeExecutionData[], words: string): void {
	if (!items.some(isAccepted)) return;
	context.addExecutionHints({
		message: `Accepted. ${words}. <a href="${MORE}" target="_blank">More</a>`,
		type: 'info',
		location: 'outputPane',
	});
}

/** What failed goes on with these two. */
const isAccepted = ({ json }: INodeExecutionData): boolean => !('error' in json && 'details' in json);
