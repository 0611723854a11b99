import { planChapter } from './limited';
import type { Scene } from './scene';

/** An ordinary cloud plan. */
export const ordinary: Scene = async (quick) =>
	await planChapter({
		title: 'Ordinary cloud limits',
		text: ['50 requests at once, then 2 a second.'],
		plan: 'ordinary',
		requestLimit: { burst: 50, perSecond: 2 },
		lines: quick ? 3000 : 20_000,
		linesOneByOne: quick ? 60 : 250,
	});
