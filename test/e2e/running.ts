import type { Server } from '../n8n/server';

/** What setUp hands to tearDown; jest runs both in one process, outside of the test files. */
export const running: { server?: Server; folder?: string } = {};
