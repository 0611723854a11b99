import type { DeclaredField } from '../../../nodes/items/declaredFields';
import { FIELD_TYPES } from '../../../nodes/items/declaredFields';
import { toStep } from '../../../nodes/BizprocTrigger/step/step';
import type { Ask, Seen } from '../asking';
import type { Claim } from '../claim';
import { stepPage } from '../pages';

/** Nobody ever posts there: no process uses the step. */
export const HANDLER = 'https://n8n.example.com/webhook/check-portal';
export const step = (CODE: string, changes: object = {}): object => ({
	...{ CODE, HANDLER, NAME: 'check:portal', USE_SUBSCRIPTION: 'Y' },
	...changes,
});

const DONE = { status: 200, result: true };
const refused = (error: string) => ({ status: 400, error });
const TAKEN = refused('ERROR_ACTIVITY_ALREADY_INSTALLED');
const NOT_FOUND = refused('ERROR_ACTIVITY_NOT_FOUND');
const KINDS = [
	['robot', 'activity'],
	['activity', 'robot'],
] as const;

const lists = async (ask: Ask, kind: string, code: string): Promise<unknown> => {
	const { result } = (await ask(`bizproc.${kind}.list`)) as Seen & { result?: unknown };
	return Array.isArray(result) && result.includes(code);
};

/** One field of each type, as a builder may declare them. */
const FIELDS: DeclaredField[] = FIELD_TYPES.map((type) => ({
	...{ key: `field_${type}`, label: `A ${type}`, type, required: false, multiple: false, default: '' },
	options: type === 'select' ? 'low=Low\nhigh=High' : '',
}));

/** Steps come, change, and go again. */
export const STEPS: Claim[] = KINDS.flatMap(([kind, other]): Claim[] => [
	{
		claim: `A step (${kind}) is added, listed, changed and deleted`,
		source: stepPage(kind, 'add'),
		needs: 'steps',
		try: async ({ bearer, newCode }) => {
			const CODE = newCode();
			return {
				added: await bearer(`bizproc.${kind}.add`, step(CODE)),
				listed: await lists(bearer, kind, CODE),
				listedAsTheOther: await lists(bearer, other, CODE),
				changed: await bearer(`bizproc.${kind}.update`, { CODE, FIELDS: { NAME: 'check:portal, changed' } }),
				deleted: await bearer(`bizproc.${kind}.delete`, { CODE }),
				listedAfterwards: await lists(bearer, kind, CODE),
				deletedAgain: await bearer(`bizproc.${kind}.delete`, { CODE }),
				changedAfterwards: await bearer(`bizproc.${kind}.update`, { CODE, FIELDS: { NAME: 'x' } }),
			};
		},
		expected: {
			added: DONE,
			listed: true,
			listedAsTheOther: false,
			changed: DONE,
			deleted: DONE,
			listedAfterwards: false,
			deletedAgain: NOT_FOUND,
			changedAfterwards: NOT_FOUND,
		},
	},
	{
		claim: `The code of a step (${kind}) is taken for both kinds, and found under its own only`,
		source: stepPage(kind, 'update'),
		needs: 'steps',
		try: async ({ bearer, newCode }) => {
			const CODE = newCode();
			return {
				added: await bearer(`bizproc.${kind}.add`, step(CODE)),
				again: await bearer(`bizproc.${kind}.add`, step(CODE)),
				asTheOther: await bearer(`bizproc.${other}.add`, step(CODE)),
				changed: await bearer(`bizproc.${other}.update`, { CODE, FIELDS: { NAME: 'x' } }),
				deleted: await bearer(`bizproc.${other}.delete`, { CODE }),
			};
		},
		expected: { added: DONE, again: TAKEN, asTheOther: TAKEN, changed: NOT_FOUND, deleted: NOT_FOUND },
	},
	{
		claim: `A step (${kind}) as Bizproc Trigger registers it, with a field of each type, is taken`,
		source: stepPage(kind, 'add'),
		needs: 'steps',
		try: async ({ bearer, newCode }) => {
			const { code: CODE, fields } = toStep(
				{
					...{ kind, name: 'check:portal', description: '', code: newCode(), properties: FIELDS },
					...{ returnProperties: FIELDS, waitForResult: 'yes', runAsUser: 0, whenUnpublished: 'keep' },
					...{ documentTypes: ['crm|CCrmDocumentDeal|DEAL'], takeOverExistingStep: false },
				},
				HANDLER,
				{ instanceId: '', workflowId: '', nodeId: '', isTest: false },
			);
			return {
				added: await bearer(`bizproc.${kind}.add`, { CODE, ...fields }),
				changed: await bearer(`bizproc.${kind}.update`, { CODE, FIELDS: { ...fields, FILTER: {} } }),
			};
		},
		expected: { added: DONE, changed: DONE },
	},
]);
