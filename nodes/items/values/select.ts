import type { Option } from './options';

/** The key of the option that is meant: by its key, or by its label as people read it; undefined if it is none, or two. */
export function readOption(text: string, options: Option[]): string | undefined {
	const byName = (name: (option: Option) => string, is: (name: string) => boolean) =>
		options.filter((option) => is(name(option))).map(([key]) => key);
	const [wanted, alike] = [text.trim(), simple(text)];
	const found = [
		byName(
			([key]) => key,
			(key) => key === wanted,
		),
		byName(
			([, label]) => label,
			(label) => label === wanted,
		),
		byName(
			([key, label]) => `${simple(key)}\n${simple(label)}`,
			(names) => names.split('\n').includes(alike),
		),
	].find((keys) => keys.length > 0);
	return found?.length === 1 ? found[0] : undefined;
}

const simple = (name: string): string => name.trim().replace(/\s+/g, ' ').toLowerCase();

/** So many are named. */
const MOST_NAMED = 20;

/** The options in the words of a message. */
export function namesOf(options: Option[]): string {
	const named = options
		.slice(0, MOST_NAMED)
		.map(([key, label]) => (key === label ? key : `${key} (${label})`))
		.join(', ');
	return options.length > MOST_NAMED ? `${named}, …` : named;
}
