import fc from 'fast-check';
import { often } from './frequency';
import { TEXTS, TOKENS, type ItemPlan, type TextKind } from './itemPlans';

/** @param usual texts that are drawn most often */
export const drawnItem = (...usual: TextKind[]): fc.Arbitrary<ItemPlan> =>
	fc.record({
		workflow: fc.constantFrom(0, 0, 0, 1, 1, 2),
		token: often('good', fc.constantFrom(...TOKENS), 12),
		text: fc.oneof(
			{ weight: 5, arbitrary: fc.constantFrom(...usual) },
			{ weight: 1, arbitrary: fc.constantFrom(...TEXTS) },
		),
		twin: often(false, fc.constant(true), 12),
	});
