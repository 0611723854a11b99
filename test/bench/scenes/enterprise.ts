import { planChapter } from './limited';
import type { Scene } from './scene';

/** The most expensive cloud plan. Nobody tells the node which plan it is; the SDK is told. */
export const enterprise: Scene = async (quick) =>
	await planChapter({
		title: 'Enterprise limits',
		text: ['250 requests at once, then 5 a second. The SDK is told the plan; the node finds out.'],
		plan: 'enterprise',
		requestLimit: { burst: 250, perSecond: 5 },
		lines: quick ? 13_500 : 20_000,
		linesOneByOne: quick ? 270 : 400,
	});
