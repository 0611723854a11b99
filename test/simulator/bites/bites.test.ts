import { BITES } from './bites';
import { checkChanges } from './copy';
import { playBite } from './play';

it.each(BITES.map((bite) => [bite.sentence, bite] as const))(
	'The sources still hold what this would change: %s',
	(_sentence, { changes }) => {
		expect(() => checkChanges(changes)).not.toThrow();
	},
);

/** Of those that are found soonest; all of them are played by `npm run simulate -- --bites`. */
const SOON = BITES.filter(({ row }) => ['1', '2', '4', '8', '9', 'order'].includes(row));

it.each(SOON.map((bite) => [bite.sentence, bite] as const))(
	'The simulator finds it: %s',
	async (_sentence, bite) => {
		expect(await playBite(bite, 500, 1)).toMatchObject({ seed: expect.any(Number) });
	},
	120_000,
);
