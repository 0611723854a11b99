import { playWorkers } from './workers';

/** Workers of n8n that know nothing of each other, at one portal. */

it.each([4, 16, 64])(
	'None of %i workers goes away with nothing while the others get through',
	async (workers) => {
		const { failed, findings } = await playWorkers(workers, 20_000, 1);
		expect(failed).toBe(0);
		expect(findings).toEqual([]);
	},
);
