import type { INodeProperties } from 'n8n-workflow';

/**
 * Where the step is offered. Module, entity and type as the portal names them, joined by bars; without a type, all
 * types of the entity.
 * @see https://apidocs.bitrix24.com/api-reference/bizproc/bizproc-workflow-start.html
 */
export const documentTypes: INodeProperties = {
	displayName: 'Offered For',
	name: 'documentTypes',
	type: 'multiOptions',
	options: [
		{ name: 'Company', value: 'crm|CCrmDocumentCompany|COMPANY' },
		{ name: 'Contact', value: 'crm|CCrmDocumentContact|CONTACT' },
		{ name: 'Deal', value: 'crm|CCrmDocumentDeal|DEAL' },
		{ name: 'Drive File', value: 'disk|Bitrix\\Disk\\BizProcDocument' },
		{ name: 'Estimate', value: 'crm|Bitrix\\Crm\\Integration\\BizProc\\Document\\Quote|QUOTE' },
		{ name: 'Feed Process', value: 'lists|BizprocDocument' },
		{
			name: 'Invoice',
			value: 'crm|Bitrix\\Crm\\Integration\\BizProc\\Document\\SmartInvoice|SMART_INVOICE',
		},
		{ name: 'Lead', value: 'crm|CCrmDocumentLead|LEAD' },
		{ name: 'List Item', value: 'lists|Bitrix\\Lists\\BizprocDocumentLists' },
		{ name: 'Smart Process Item', value: 'crm|Bitrix\\Crm\\Integration\\BizProc\\Document\\Dynamic' },
	],
	default: [],
	description: 'The documents whose processes can use the step. When empty, all of them can.',
};
