import { subjectOf } from '../../../nodes/portal/answers/subject';
import type { Reply } from '../../../nodes/portal/answers/reply';
import { toCommand } from '../../../nodes/portal/batch';
import { openExchange } from '../../../nodes/portal/exchange';
import { openPatience } from '../../../nodes/portal/limits/patience';
import { openPortals } from '../../../nodes/portal/portals';
import { openTime } from './limits/pace/time';

const subject = subjectOf({ noun: 'line', done: 'written', effect: 'once' });

async function reportOf(reply: Reply) {
	const portals = openPortals(openTime(), () => 0);
	const context = { getNode: () => ({}), getCredentials: async () => ({}) };
	const { portal, credential } = await portals.connect(context as never, 'webhook');
	const connection = { portal, credential, send: async () => reply };
	const options = { connection, maxWaitMs: 1000, lanes: 1, stopAtFirst: false, subject };
	const exchange = openExchange(options, openPatience(1000));
	return (await exchange([toCommand(0, { method: 'm', params: {}, workflow: '' })])).report.end;
}

it.each(['ECONNREFUSED', 'CERT_HAS_EXPIRED', 'EPROTO', 'PROXY_407'])(
	'What never came to the portal takes no place there, nor the turn of others: %s',
	async (code) => expect(await reportOf({ kind: 'unreached', code })).toBe('unsent'),
);

it('What was lost may have taken one', async () =>
	expect(await reportOf({ kind: 'lost', code: 'ECONNRESET' })).toBe('taken'));
