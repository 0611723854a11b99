import axios from 'axios';
import { lineOf } from './lines';
import { LOG_METHOD } from './methods/method';
import { startPortalProcess } from './portalProcess';

const COMMANDS = 50;
const IN_FLIGHT = 8;

/**
 * How many full batches the stand-in portal can answer in a second when nothing is limited: the ceiling of every
 * other figure. The requests are ready before, so this process has next to nothing to do.
 */
export async function measureCapacity(batches: number): Promise<number> {
	const { portal, webhookUrl, stop } = await startPortalProcess();
	try {
		const started = await portal.startWorkflows({ count: COMMANDS * IN_FLIGHT });
		const bodies = Array.from({ length: IN_FLIGHT }, (_, lane) => {
			const own = started.slice(lane * COMMANDS, (lane + 1) * COMMANDS);
			const commands = own.map(({ eventToken }, line) => {
				const query = new URLSearchParams({ EVENT_TOKEN: eventToken, LOG_MESSAGE: lineOf(line) });
				return [`c${line}`, `${LOG_METHOD}?${query.toString()}`];
			});
			return JSON.stringify({ halt: 0, cmd: Object.fromEntries(commands) as object });
		});
		const send = async (body: string, times: number) => {
			const config = { headers: { 'Content-Type': 'application/json' }, transformResponse: String };
			for (let time = 0; time < times; time += 1) await axios.post(`${webhookUrl}batch`, body, config);
		};
		const times = Math.ceil(batches / IN_FLIGHT);
		// The first ones wait for the compiler of V8.
		await Promise.all(bodies.map(async (body) => await send(body, Math.ceil(times / 4))));
		const start = performance.now();
		await Promise.all(bodies.map(async (body) => await send(body, times)));
		return (times * IN_FLIGHT * 1000) / (performance.now() - start);
	} finally {
		await stop();
	}
}
