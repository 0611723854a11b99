/* eslint-disable @n8n/community-nodes/no-restricted-globals */

/** On standard error, because the tables may go to standard output. */
export const progress = (line: string) => process.stderr.write(`${line}\n`);
