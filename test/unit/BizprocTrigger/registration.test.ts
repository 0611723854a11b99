import {
	registerStep,
	removeStep,
	type Standing,
} from '../../../nodes/BizprocTrigger/publication/registration';
import type { Step } from '../../../nodes/BizprocTrigger/step/step';

/** What becomes of an answer: it is lost after the portal has done as asked, or the portal refuses with this code. */
type Trouble = 'lost' | 'ACCESS_DENIED';

/** A portal that only knows which codes are taken by which kind. */
function portalWith(taken: Record<string, string>, troubles: Record<string, Trouble> = {}) {
	const asked: string[] = [];
	const left = { ...troubles };
	const refuse = (code: string, kind = 'rejected') => ({
		ok: false as const,
		failure: { kind: kind as 'rejected', code, happened: '', nextStep: '' },
	});
	function answer(kind: string, verb: string, code: string) {
		if (verb === 'list') {
			return { ok: true as const, result: Object.keys(taken).filter((one) => taken[one] === kind) };
		}
		if (verb === 'add' && taken[code]) return refuse('ERROR_ACTIVITY_ALREADY_INSTALLED');
		if (verb !== 'add' && taken[code] !== kind) return refuse('ERROR_ACTIVITY_NOT_FOUND');
		if (verb === 'delete') delete taken[code];
		else taken[code] = kind;
		return { ok: true as const, result: true };
	}
	const ask = async (method: string, params: object, effect: string) => {
		const [, kind, verb] = method.split('.');
		const name = `${kind}.${verb}`;
		asked.push(name);
		const trouble = left[name];
		delete left[name];
		if (trouble === 'ACCESS_DENIED') return refuse(trouble);
		const answered = answer(kind, verb, (params as { CODE: string }).CODE);
		if (trouble !== 'lost') return answered;
		return effect === 'once'
			? refuse('ECONNRESET', 'unanswered')
			: answer(kind, verb, (params as { CODE: string }).CODE);
	};
	return { ask, asked, taken };
}
const robot: Step = { kind: 'robot', code: 'c', fields: { NAME: 'n' } };
const STRANGER: Standing = { mayTakeOver: false };
const OURS: Standing = { ours: 'robot', mayTakeOver: false };
const OURS_OF_OTHER_KIND: Standing = { ours: 'activity', mayTakeOver: false };
const TAKES_OVER: Standing = { mayTakeOver: true };

type Scene = [
	when: string,
	taken: Record<string, string>,
	Standing,
	Record<string, Trouble>,
	asked: string[],
];
const NO_TROUBLE = {};
const ADD_LOST = { 'robot.add': 'lost' } as const;

describe('A step is registered', () => {
	it.each<Scene>([
		['when it is new', {}, STRANGER, NO_TROUBLE, ['robot.list', 'robot.add']],
		['when it is known', { c: 'robot' }, OURS, NO_TROUBLE, ['robot.update']],
		['when it was known and is gone', {}, OURS, NO_TROUBLE, ['robot.update', 'robot.add']],
		[
			'when it was of the other kind',
			{ c: 'activity' },
			OURS_OF_OTHER_KIND,
			NO_TROUBLE,
			['robot.list', 'robot.add', 'activity.delete', 'robot.add'],
		],
		[
			'when it was of the other kind and is gone',
			{},
			OURS_OF_OTHER_KIND,
			NO_TROUBLE,
			['robot.list', 'robot.add'],
		],
		['in place of any other', { c: 'robot' }, TAKES_OVER, NO_TROUBLE, ['robot.add', 'robot.update']],
		[
			'in place of any other of the other kind',
			{ c: 'activity' },
			TAKES_OVER,
			NO_TROUBLE,
			['robot.add', 'robot.update', 'activity.delete', 'robot.add'],
		],
		[
			'when the answer that it is there was lost',
			{},
			STRANGER,
			ADD_LOST,
			['robot.list', 'robot.add', 'robot.list'],
		],
		[
			'when the answer was lost that it takes the place of another',
			{ c: 'robot' },
			TAKES_OVER,
			ADD_LOST,
			['robot.add', 'robot.add', 'robot.update'],
		],
	])('%s', async (_when, taken, standing, troubles, asked) => {
		const portal = portalWith({ ...taken }, troubles);
		expect(await registerStep(portal.ask, robot, standing)).toMatchObject({
			outcome: { ok: true },
			ours: 'robot',
		});
		expect(portal.taken).toEqual({ c: 'robot' });
		expect(portal.asked).toEqual(asked);
	});
});

describe('A step of somebody else', () => {
	it.each<Scene>([
		['is left alone', { c: 'robot' }, STRANGER, NO_TROUBLE, ['robot.list', 'robot.add']],
		[
			'is left alone when it is of the other kind',
			{ c: 'activity' },
			STRANGER,
			NO_TROUBLE,
			['robot.list', 'robot.add'],
		],
		[
			'is left alone that stands where ours was',
			{ c: 'activity' },
			OURS,
			NO_TROUBLE,
			['robot.update', 'robot.add'],
		],
		[
			'is left alone that stands where ours of the other kind was',
			{ c: 'robot' },
			OURS_OF_OTHER_KIND,
			NO_TROUBLE,
			['robot.list', 'robot.add', 'activity.delete', 'robot.add'],
		],
		[
			'is left alone when the answer was lost that it is there',
			{ c: 'robot' },
			STRANGER,
			ADD_LOST,
			['robot.list', 'robot.add', 'robot.add'],
		],
		[
			'of the other kind is left alone when the answer was lost that it is there',
			{ c: 'activity' },
			STRANGER,
			ADD_LOST,
			['robot.list', 'robot.add', 'robot.list', 'robot.add'],
		],
	])('%s', async (_what, taken, standing, troubles, asked) => {
		const portal = portalWith({ ...taken }, troubles);
		const { outcome, ours } = await registerStep(portal.ask, robot, standing);
		expect(outcome).toMatchObject({ ok: false, failure: { code: 'ERROR_ACTIVITY_ALREADY_INSTALLED' } });
		expect(ours).toBeUndefined();
		expect(portal.taken).toEqual(taken);
		expect(portal.asked).toEqual(asked);
	});
});

it('A step that two nodes put in at the same moment, so that the portal stumbles, is nobody’s yet', async () => {
	const asked: string[] = [];
	const ask = async (method: string) => {
		asked.push(method);
		if (method.endsWith('.list')) return { ok: true as const, result: asked.length === 1 ? [] : ['c'] };
		const failure = { kind: 'unanswered' as const, code: '', httpStatus: 400, happened: '', nextStep: '' };
		return { ok: false as const, failure };
	};
	expect(await registerStep(ask, robot, STRANGER)).toMatchObject({
		outcome: { ok: false },
		ours: undefined,
		isDoubtful: true,
	});
	expect(asked).toEqual(['bizproc.robot.list', 'bizproc.robot.add']);
});

describe('A step stays this node’s', () => {
	it.each<[string, Standing, Record<string, string>, string]>([
		['whose update was refused', OURS, { c: 'robot' }, 'robot.update'],
		['whose new kind was refused', OURS_OF_OTHER_KIND, { c: 'activity' }, 'robot.add'],
		['whose new kind could not be looked up', OURS_OF_OTHER_KIND, { c: 'activity' }, 'robot.list'],
		['that could not be removed', OURS_OF_OTHER_KIND, { c: 'activity' }, 'activity.delete'],
	])('%s', async (_which, standing, taken, refused) => {
		const portal = portalWith({ ...taken }, { [refused]: 'ACCESS_DENIED' });
		const { outcome, ours } = await registerStep(portal.ask, robot, standing);
		expect(outcome).toMatchObject({ ok: false, failure: { code: 'ACCESS_DENIED' } });
		expect([ours, portal.taken, portal.asked.at(-1)]).toEqual([standing.ours, taken, refused]);
	});
});

describe('A step is removed', () => {
	it.each([[{ c: 'robot' }], [{}]])('whether it is there or not: %j', async (taken) => {
		const portal = portalWith(taken as Record<string, string>);
		expect((await removeStep(portal.ask, 'robot', 'c')).ok).toBe(true);
		expect(portal.taken).toEqual({});
	});
});
