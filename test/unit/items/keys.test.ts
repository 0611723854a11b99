import { isKey, keyOf } from '../../../nodes/items/keys';

/** The key that a field gets from its label when nobody has entered one. */

it.each([
	['Сумма', 'summa'],
	['Сумма сделки, ₽', 'summa_sdelki'],
	['Ещё объём', 'eshche_obem'],
	['Ґрунт і їжак', 'grunt_i_yizhak'],
	['Total amount (EUR)', 'total_amount_eur'],
	['Größe', 'grosse'],
	['Priorité', 'priorite'],
	['2-й этап', 'n2_i_etap'],
	['Constructor', 'constructor_'],
	['  amount  ', 'amount'],
	['a'.repeat(60), 'a'.repeat(40)],
])('%s becomes %s', (label, key) => {
	expect(keyOf(label)).toBe(key);
	expect(isKey(key)).toBe(true);
});

it.each(['', '金額', '!?', '😀', '_'])('of "%s" no key can be made', (label) =>
	expect(keyOf(label)).toBe(''),
);
