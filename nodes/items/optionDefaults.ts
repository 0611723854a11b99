/** What an option means that was not added, and what the editor shows when it is. */
export const MAX_WAIT_SECONDS = 120;
export const LANES = 5;

export const MOST_LANES = 10;
