import type { MethodName } from '../messages';
import type { Method, MethodOptions } from './method';

type Open = (options: MethodOptions) => Promise<Method>;

/** Each is loaded only where it is used, so that nobody's memory is counted for another. */
export const METHODS: Record<MethodName, Open> = {
	bizprocLog: async (options) => await (await import('./bizprocLog')).bizprocLog(options),
	bizprocLogStopping: async (options) => await (await import('./bizprocLog')).bizprocLogStopping(options),
	readyMade: async (options) => await (await import('./readyMade')).readyMade(options),
	sdk: async (options) => await (await import('./sdk')).sdk(options),
	oneByOne: async (options) => await (await import('./oneByOne')).oneByOne(options),
	allAtOnce: async (options) => await (await import('./allAtOnce')).allAtOnce(options),
	noOperation: async (options) => await (await import('./noOperation')).noOperation(options),
	editFields: async (options) => await (await import('./editFields')).editFields(options),
};

/** As the tables name them. */
export const TITLES: Record<MethodName, string> = {
	bizprocLog: 'Bizproc Log',
	bizprocLogStopping: 'Bizproc Log, On Error = Stop',
	readyMade: 'n8n’s HTTP helper, ready-made batches',
	sdk: '@bitrix24/b24jssdk, batchByChunk',
	oneByOne: 'one call per item, one after another',
	allAtOnce: 'HTTP Request node, all at once',
	noOperation: 'No Operation node (engine alone)',
	editFields: 'Edit Fields node, the same two expressions (engine alone)',
};
