import { openStage, type Stage } from '../stage';
import { runStep } from '../step';
import { publishExample } from './example';
import { openService, type Service } from './service';

let stage: Stage;
let service: Service;
beforeAll(async () => {
	stage = await openStage({ connected: true });
	service = await openService(() => ({
		json: { amount: 1, base: 'USD', date: '2026-01-02', rates: { EUR: 0.8734 } },
	}));
});
afterAll(async () => {
	await service.close();
	await stage.portal.stop();
});

it('The process goes on with what the service said', async () => {
	const workflow = await publishExample(stage, 'ask-a-service-and-return-a-value', (node) => {
		if (node.name !== 'Rate of the day') return node;
		const url = String(node.parameters.url).replace('https://api.frankfurter.dev', service.url);
		return { ...node, parameters: { ...node.parameters, url } };
	});
	const properties = { amount: 1200.5, currency: 'USD' };
	const { process, execution } = await runStep(stage, workflow, { name: 'Convert to euros', properties });
	expect(execution.status).toBe('success');
	expect(service.asked.map(({ address }) => address)).toEqual(['/v1/latest?base=USD&symbols=EUR']);
	expect(process.returned[0].values).toEqual({ euros: '1048.52', rate_date: '2026-01-02' });
	expect(process.lines).toEqual(['1 USD = 0.8734 EUR on 2026-01-02']);
});
