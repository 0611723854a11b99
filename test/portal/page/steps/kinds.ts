import type { StepKind } from '../../options';

/** What people call them. */
export const KINDS: Record<StepKind, string> = { robot: 'Automation rule', activity: 'Designer action' };
