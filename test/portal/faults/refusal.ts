import type { OperatingMeter } from '../limits/operatingMeter';
import { OPERATION_TIME_LIMIT, QUERY_LIMIT_EXCEEDED, Refusal, WORKFLOW_BUSY } from '../rest/errors';
import type { Fault } from './fault';

/** The refusal a fault stands for; undefined for a fault that is not answered in the portal's form. */
export function refusalOf(fault: Fault, meter: OperatingMeter): Refusal | undefined {
	switch (fault.kind) {
		case 'busy':
			return WORKFLOW_BUSY;
		case 'queryLimit':
			return QUERY_LIMIT_EXCEEDED;
		case 'operatingLimit':
			if (fault.resetsInSeconds !== undefined) meter.announceReset(fault.resetsInSeconds);
			return OPERATION_TIME_LIMIT;
		case 'refuse': {
			const { status, code, description = '', headers, extra } = fault;
			return new Refusal(status, code, description, { headers, body: extra });
		}
		default:
			return undefined;
	}
}
