export const count = (number: number): string => Math.round(number).toLocaleString('en');

/** Three digits are what a repeated run gives again. */
export const short = (number: number): string =>
	number.toLocaleString('en', {
		maximumSignificantDigits: Math.abs(number) < 100 ? 3 : undefined,
		maximumFractionDigits: 0,
	});

export const ratio = (number: number): string => number.toFixed(2);

export const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;

export const mebibytes = (bytes: number): string => count(bytes / 2 ** 20);
