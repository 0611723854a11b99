/** Names that JavaScript has given a meaning of its own. */
const RESERVED_KEYS = ['constructor', 'prototype'];

/** Keys of fields as the portal allows them; it does not tell upper from lower case. */
export const isKey = (key: string): boolean => /^[a-z][a-z0-9_]*$/i.test(key) && !RESERVED_KEYS.includes(key);

/** Longer ones nobody would type. */
const LONGEST_KEY = 40;

/** Cyrillic letters as Russian passports write them, the soft ones left out; other letters lose what hangs on them. */
const LATIN = new Map(
	[
		...[
			'а a',
			'б b',
			'в v',
			'г g',
			'ґ g',
			'д d',
			'е e',
			'ё e',
			'є ye',
			'ж zh',
			'з z',
			'и i',
			'і i',
			'ї yi',
			'й i',
		],
		...[
			'к k',
			'л l',
			'м m',
			'н n',
			'о o',
			'п p',
			'р r',
			'с s',
			'т t',
			'у u',
			'ў u',
			'ф f',
			'х kh',
			'ц ts',
			'ч ch',
		],
		...['ш sh', 'щ shch', 'ъ ', 'ы y', 'ь ', 'э e', 'ю yu', 'я ya', 'ß ss', 'ł l', 'ı i', 'ø o', 'æ ae'],
	].map((pair) => pair.split(' ') as [string, string]),
);

/** A key made of a label: «Сумма сделки» becomes summa_sdelki. Empty when nothing of the label can be one. */
export function keyOf(label: string): string {
	const latin = [...label.slice(0, 2 * LONGEST_KEY).toLowerCase()]
		.map((letter) => LATIN.get(letter) ?? letter.normalize('NFD').replace(/\p{M}/gu, ''))
		.join('')
		.replace(/[^a-z0-9]+/g, '_')
		.replace(/^_|_$/g, '')
		.slice(0, LONGEST_KEY)
		.replace(/_$/, '');
	if (latin === '') return '';
	const key = /^[a-z]/.test(latin) ? latin : `n${latin}`;
	return isKey(key) ? key : `${key}_`;
}
