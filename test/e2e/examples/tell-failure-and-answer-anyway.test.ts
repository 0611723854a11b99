import { openStage, type Stage } from '../stage';
import { runStep } from '../step';
import { publishExample } from './example';
import { openService, type Service, type ServiceAnswer } from './service';

let stage: Stage;
let shop: Service;
let answer: ServiceAnswer;
beforeAll(async () => {
	stage = await openStage({ connected: true });
	shop = await openService(() => answer);
});
afterAll(async () => {
	await shop.close();
	await stage.portal.stop();
});

async function order() {
	const workflow = await publishExample(stage, 'tell-failure-and-answer-anyway', (node) =>
		node.name === 'Order at the shop'
			? { ...node, parameters: { ...node.parameters, url: `${shop.url}/orders` } }
			: node,
	);
	const properties = { article: 'Chair', quantity: 4 };
	return await runStep(stage, workflow, { name: 'Order the goods', properties });
}

it('An order that the shop takes is answered with its number', async () => {
	answer = { json: { orderNumber: 'A-17' } };
	const { process } = await order();
	expect(shop.asked.at(-1)).toEqual({ address: '/orders', body: { article: 'Chair', quantity: 4 } });
	expect(process.returned[0].values).toEqual({ ordered: 'Y', order_number: 'A-17' });
	expect(process.lines).toEqual(['Ordered, number A-17']);
});

it('An order that the shop refuses is answered as well, and the reason stands in the log', async () => {
	answer = { status: 503, json: { message: 'Closed for stocktaking' } };
	const { process, execution } = await order();
	expect(execution.status).toBe('success');
	expect(process.state).toBe('finished');
	expect(process.lines[0]).toMatch(/^The shop took no order: .*503/);
	expect(process.returned[0].values).toMatchObject({ ordered: 'N', reason: expect.stringMatching(/503/) });
});
