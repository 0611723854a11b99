import type { IDataObject } from 'n8n-workflow';
import { asTool, type Scene } from './plans';
import type { Stage } from './stage';

/** What each call of the node as an agent's tool answered to the agent. */
export async function callTool({ engine }: Stage, scene: Scene): Promise<string[]> {
	const run = await engine.start(asTool(scene)).finished;
	const [answers] = run.data.resultData.runData.Agent[0].data?.main ?? [];
	return (answers ?? []).map(({ json }: { json: IDataObject }) => json.answer as string);
}
