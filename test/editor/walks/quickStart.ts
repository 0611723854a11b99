import type { Step } from '../walk';
import { build } from './quickStart/build';
import { connect } from './quickStart/connect';
import { run } from './quickStart/run';

/** README's quick start, word for word. */
export const quickStart: Step[] = [...connect, ...build, ...run];
