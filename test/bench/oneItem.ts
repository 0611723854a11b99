import { prepareChild } from './childProcess';
import type { MethodName } from './messages';
import { startPortalProcess } from './portalProcess';

/** Until both are warm. */
const NOT_COUNTED = 0.25;

/**
 * Runs the methods in turn in one process, with one item each time: two processes differ by more than these methods do.
 *
 * @returns the seconds of each repetition
 */
export async function measureOneItem(
	methods: MethodName[],
	repetitions: number,
): Promise<Map<MethodName, number[]>> {
	const { portal, url, webhookUrl, stop } = await startPortalProcess();
	try {
		const [own, other] = await portal.startWorkflows({ count: 2 });
		const warmUp = {
			webhookUrl: webhookUrl.replace(url, await portal.answerAlsoAt()),
			eventToken: other.eventToken,
		};
		const child = await prepareChild({
			...{
				methods,
				webhookUrl,
				plan: 'unlimited',
				warmUp,
				repetitions,
				lines: 1,
				arrangement: 'interleaved',
			},
			eventTokens: [own.eventToken],
		});
		const measurements = await child.go();
		const broken = measurements.find((measurement) => measurement.accepted !== 1);
		if (broken) throw new Error(`${broken.method} did not write its line: ${broken.broken ?? 'refused'}`);
		const counted = measurements.slice(Math.ceil(measurements.length * NOT_COUNTED));
		return new Map(
			methods.map((method) => [
				method,
				counted.filter((measurement) => measurement.method === method).map(({ seconds }) => seconds),
			]),
		);
	} finally {
		await stop();
	}
}
