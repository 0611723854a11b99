import type { Call } from './command';

/** A harmless question that every credential may ask, as the tests of the credentials do. Any answer shows the portal's time. */
export const QUESTION: Call = {
	method: 'method.get',
	params: { name: 'bizproc.activity.log' },
	workflow: '',
};
