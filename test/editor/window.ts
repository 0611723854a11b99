/** The window in which everything has to be seen. */
export const WINDOW = { width: 1280, height: 800 };
