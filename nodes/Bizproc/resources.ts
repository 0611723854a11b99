import type { Resource } from '../items/registry';
import { sendFields } from './event/send.description';
import { send } from './event/send.operation';

/** Everything that the node can do. A new operation is one entry here. */
export const resources: Resource[] = [
	{
		name: 'Event',
		value: 'event',
		offers: [
			{
				name: 'Send Result',
				value: 'send',
				action: 'Send a result to a waiting step',
				description: 'Hand values back to the step that waits for them, so that the process goes on',
				fields: sendFields,
				operation: send,
			},
		],
	},
];
