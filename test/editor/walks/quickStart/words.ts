/** What the step is called in Bitrix24. */
export const NAME = 'Ask n8n';

/** What a fresh Bizproc Log writes. */
export const LINE = 'Hello from n8n';
