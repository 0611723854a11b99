import { contractStage } from './stage';

const stage = contractStage();
const { workflow } = stage;

describe('3. Any text', () => {
	const kinds: Array<[string, string]> = [
		['emoji', '👩‍👩‍👧 done 🎉'],
		['right-to-left text', 'שלום עולם — مرحبا'],
		['line breaks and tabs', 'one\ntwo\r\nthree\tfour'],
		['signs with a meaning in addresses', '& + % %20 # = ; ? / : @ [ ] [a][b] | \\ " \' < > ~ $ ! * ( )'],
		['Cyrillic', 'Согласовано: счёт № 5'],
		['HTML', '<b>&amp;</b><script>alert(1)</script>'],
		['60 KB', 'Ж'.repeat(30_000)],
		['only a plus', '+'],
		['what looks like parameters', 'a=1&EVENT_TOKEN=x&LOG_MESSAGE=y'],
	];

	it.each(kinds)('is stored byte for byte, alone and in a batch: %s', async (_kind, message) => {
		const { workflowId, eventToken } = workflow();
		await stage.run({ items: [{ eventToken, message }] });
		await stage.run({
			items: [
				{ eventToken, message },
				{ eventToken, message },
			],
		});
		expect(stage.portal.log(workflowId)).toEqual([message, message, message]);
	});
});
