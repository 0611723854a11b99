import { registerStep, removeStep } from '../../../nodes/BizprocTrigger/publication/registration';
import type { Step } from '../../../nodes/BizprocTrigger/step/step';

/** A portal that only knows which codes are taken by which kind. */
function portalWith(taken: Record<string, string>, refusing: Record<string, string> = {}) {
	const asked: string[] = [];
	const refuse = (code: string) => ({
		ok: false as const,
		failure: { kind: 'rejected' as const, code, happened: '', nextStep: '' },
	});
	const ask = async (method: string, params: object) => {
		asked.push(method);
		const [, kind, verb] = method.split('.');
		const { CODE } = params as { CODE: string };
		if (refusing[method]) return refuse(refusing[method]);
		if (verb === 'add' && taken[CODE]) return refuse('ERROR_ACTIVITY_ALREADY_INSTALLED');
		if (verb !== 'add' && taken[CODE] !== kind) return refuse('ERROR_ACTIVITY_NOT_FOUND');
		if (verb === 'delete') delete taken[CODE];
		else taken[CODE] = kind;
		return { ok: true as const, result: true };
	};
	return { ask, asked, taken };
}
const robot: Step = { kind: 'robot', code: 'c', fields: { NAME: 'n' } };

describe('A step is registered', () => {
	it.each([
		['when it is new', {}, false, ['robot.add']],
		['when it is there already', { c: 'robot' }, false, ['robot.add', 'robot.update']],
		['when it is known', { c: 'robot' }, true, ['robot.update']],
		['when it was known and is gone', {}, true, ['robot.update', 'robot.add']],
		[
			'when its code belongs to the other kind',
			{ c: 'activity' },
			false,
			['robot.add', 'robot.update', 'activity.delete', 'robot.add'],
		],
		[
			'when it is thought known, and its code belongs to the other kind',
			{ c: 'activity' },
			true,
			['robot.update', 'robot.add', 'activity.delete', 'robot.add'],
		],
	])('%s', async (_when, taken, isKnown, asked) => {
		const portal = portalWith({ ...taken } as Record<string, string>);
		expect((await registerStep(portal.ask, robot, isKnown)).ok).toBe(true);
		expect(portal.taken).toEqual({ c: 'robot' });
		expect(portal.asked).toEqual(asked.map((method) => `bizproc.${method}`));
	});

	it('never by taking away a step whose update was refused', async () => {
		const portal = portalWith({ c: 'robot' }, { 'bizproc.robot.update': 'ACCESS_DENIED' });
		expect((await registerStep(portal.ask, robot, true)).ok).toBe(false);
		expect(portal.asked).toEqual(['bizproc.robot.update']);
	});
});

describe('A step is removed', () => {
	it.each([[{ c: 'robot' }], [{}]])('whether it is there or not: %j', async (taken) => {
		const portal = portalWith(taken as Record<string, string>);
		expect((await removeStep(portal.ask, 'robot', 'c')).ok).toBe(true);
		expect(portal.taken).toEqual({});
	});
});
