import type { IExecuteFunctions } from 'n8n-workflow';
import { toFailedItem } from '../../../nodes/items/outputs';

const failed = (onError: string) =>
	toFailedItem(
		{ getNode: () => ({ onError }) } as never as IExecuteFunctions,
		{ json: { message: 'x' } },
		0,
		{ kind: 'rejected', happened: 'No', nextStep: 'Stop.', code: '404' },
	);

it('n8n 1 sees that an item has failed, and nothing of the mark stays in its data', () => {
	const item = failed('continueErrorOutput');
	// As its engine decides: an item with one key more than `error` has gone well.
	expect(item.error ?? Object.keys(item.json).length === 1).toBeTruthy();
	const handedOn = { ...item, json: { ...item.json } };
	expect(Object.keys(handedOn).sort()).toEqual(['json', 'pairedItem']);
	expect(JSON.parse(JSON.stringify(item))).toEqual(handedOn);
});

it('On the regular output nothing is marked', () => {
	expect(failed('continueRegularOutput').error).toBeUndefined();
});
