import type { Claim } from './claim';
import { ACCESS } from './list/access';
import { ANSWERS } from './list/answers';
import { APPLICATION } from './list/application';
import { BATCHES } from './list/batch';
import { COMMANDS } from './list/commands';
import { STEP_RULES } from './list/stepRules';
import { STEPS } from './list/steps';
import { TOKENS } from './list/tokens';

/** In the order of trying: what creates something comes last. */
export const CLAIMS: Claim[] = [
	...ACCESS,
	...ANSWERS,
	...TOKENS,
	...BATCHES,
	...COMMANDS,
	...APPLICATION,
	...STEPS,
	...STEP_RULES,
];
