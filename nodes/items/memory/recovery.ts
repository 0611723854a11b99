import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import type { Ledger } from './ledger';
import type { Ranges } from './ranges';
import { openRecord, type RunRecord } from './record';

/**
 * Opens the record of a run. In the Retry of an execution whose process was killed, the ledger is first filled with
 * what the record knows; when it cannot tell, every item is in doubt, and only a person can say what is in the log.
 */
export async function recover(
	context: IExecuteFunctions,
	items: INodeExecutionData[],
	ledger: Ledger,
): Promise<RunRecord | undefined> {
	const record = openRecord(context, items);
	if (record === undefined || !ledger.isLost) return record;
	const accepted = await known(record, context);
	const inDoubt = accepted === undefined ? [0, items.length - 1] : [];
	ledger.recall({ accepted: accepted ?? [], inDoubt });
	return record;
}

async function known(record: RunRecord, { logger }: IExecuteFunctions): Promise<Ranges | undefined> {
	try {
		return await record.read();
	} catch (error) {
		logger.warn(`What was accepted before could not be read: ${(error as Error).message}`);
		return undefined;
	}
}
