/** One option of a field of type select. */
export type Option = [value: string, label: string];

/** Reads options as they are entered, one a line as `value=Label`; without a label the value is shown. */
export function readFieldOptions(lines: string): Option[] {
	return lines
		.split(/\r?\n/)
		.map((line) => line.trim())
		.filter((line) => line !== '')
		.map((line) => {
			const [value, ...label] = line.split('=');
			return [value.trim(), label.join('=').trim() || value.trim()];
		});
}
