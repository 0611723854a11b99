/** What was to be reached, and what came out. */
export interface Target {
	goal: string;
	figure: string;
	reached: boolean;
}

/** What a scene adds to the results, in Markdown. */
export interface Chapter {
	title: string;
	text: string[];
	table: string;
	targets: Target[];
}

/** @param quick only enough to see that it works; the figures mean nothing */
export type Scene = (quick: boolean) => Promise<Chapter>;
