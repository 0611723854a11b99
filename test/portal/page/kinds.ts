import type { StepKind } from '../options';

/** What people call them. */
export const KINDS: Record<StepKind, string> = { robot: 'automation rule', activity: 'designer action' };
