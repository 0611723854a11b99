import { saveCredential } from '../../n8n/credentials';
import { openStage, type Stage } from '../stage';
import { runStep } from '../step';
import { publishExample } from './example';
import { openService, type Service, type ServiceAnswer } from './service';
import { itSinceN8n2 } from '../../n8n/version';

let stage: Stage;
let model: Service;
beforeAll(async () => {
	stage = await openStage({ connected: true });
	model = await openService(() => (model.asked.length === 1 ? useOfTheTool : lastWords));
	const data = { apiKey: 'of no use elsewhere', url: `${model.url}/v1` };
	await saveCredential(stage.session, { type: 'openAiApi', name: 'OpenAI', data });
});
afterAll(async () => {
	await model.close();
	await stage.portal.stop();
});

/** What a model says, in the words of https://platform.openai.com/docs/api-reference/chat/object */
const says = (message: object, reason: string): ServiceAnswer => ({
	json: {
		...{ id: 'chatcmpl-1', object: 'chat.completion', created: 1_700_000_000, model: 'gpt-5-mini' },
		choices: [{ index: 0, message: { role: 'assistant', ...message }, finish_reason: reason }],
		usage: { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 },
	},
});
const line = { name: 'Bizproc_Log', arguments: '{"message":"I am looking it up"}' };
const useOfTheTool = says(
	{ content: null, tool_calls: [{ id: 'call_1', type: 'function', function: line }] },
	'tool_calls',
);
const lastWords = says({ content: 'It is 42.' }, 'stop');

itSinceN8n2('the agent of the example is newer than n8n 1.121')(
	'The line of the model stands in the log, its answer goes back, and it never sees the event token',
	async () => {
		const workflow = await publishExample(stage, 'agent-logs-with-the-node-as-a-tool');
		const properties = { task: 'Find the answer' };
		const { process, execution } = await runStep(stage, workflow, {
			name: 'Let the agent do it',
			properties,
		});
		expect(execution.status).toBe('success');
		expect(process.lines[0]).toBe('I am looking it up');
		expect(process.returned[0].values).toEqual({ answer: 'It is 42.' });

		const told = JSON.stringify(model.asked);
		expect(told).toContain('Find the answer');
		expect(told).toMatch(/\\"accepted\\":true/);
		expect(told).not.toContain(process.eventToken);
	},
);
