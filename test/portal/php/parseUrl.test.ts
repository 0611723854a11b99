import { parseUrl } from './parseUrl';

/** As read by PHP 8.2. */
const READINGS: Array<[address: string, path: string | undefined, query: string]> = [
	['profile', 'profile', ''],
	['profile?a=b', 'profile', 'a=b'],
	['profile?', 'profile', ''],
	['profile?a=b?c', 'profile', 'a=b?c'],
	['profile?a=b#c&d=e', 'profile', 'a=b'],
	['profile#x?y', 'profile', ''],
	['profile?a=x:80', 'profile', 'a=x:80'],
	['profile?a=http://x', 'profile', 'a=http://x'],
	['/profile?x', '/profile', 'x'],
	['//profile?x', undefined, 'x'],
	['http://host/profile?x', '/profile', 'x'],
	['profile:80', undefined, ''],
	['profile:80?x', '80', 'x'],
	['mailto:profile?x', 'profile', 'x'],
	['a_b:c?x', 'a_b:c', 'x'],
	['', undefined, ''],
	['pro\nfile?a=\t\x7f', 'pro_file', 'a=__'],
];

it.each(READINGS)('parse_url reads %j as path %j and query %j', (address, path, query) => {
	expect(parseUrl(address)).toEqual({ path, query });
});
