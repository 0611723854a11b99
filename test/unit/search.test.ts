/* eslint-disable @n8n/community-nodes/no-restricted-imports -- n8n’s own rule */
import { sublimeSearch } from '@n8n/utils/search/sublime-search';
import type { INodeTypeDescription } from 'n8n-workflow';
import { Bizproc } from '../../nodes/Bizproc/Bizproc.node';
import bizproc from '../../nodes/Bizproc/Bizproc.node.json';
import { BizprocLog } from '../../nodes/BizprocLog/BizprocLog.node';
import log from '../../nodes/BizprocLog/BizprocLog.node.json';
import { BizprocTrigger } from '../../nodes/BizprocTrigger/BizprocTrigger.node';
import trigger from '../../nodes/BizprocTrigger/BizprocTrigger.node.json';

/** What people type into n8n's search of nodes, found with n8n's own rule. */

const row = ({ displayName }: INodeTypeDescription, { alias }: { alias: string[] }) => ({
	properties: { displayName, codex: { alias } },
});
const BIZPROC = 'Bitrix24 Bizproc';
const LOG = 'Bitrix24 Bizproc Log';

/** n8n makes one row of a trigger and the node of its name, with the words of the latter. */
const rows = [row(new Bizproc().description, bizproc), row(new BizprocLog().description, log)];

/** As the editor of n8n 2.41 reads what is typed: a last word on the way to "trigger" does not count. */
function search(typed: string): string[] {
	const words = typed.split(' ');
	const isTrigger = words.length > 1 && 'trigger'.startsWith(words.at(-1)!.toLowerCase());
	const filter = (isTrigger ? words.slice(0, -1).join(' ').trimEnd() : typed).toLowerCase();
	return sublimeSearch(filter, rows).map(({ item }) => item.properties.displayName);
}

describe('The step and its results are found by', () => {
	it.each([
		...['bitrix', 'Bitrix24', 'bitrix 24', 'BITRIX', 'bitrix24 trigger', 'b24', 'bizproc', 'biz proc', 'bp'],
		...['business process', 'business processes', 'automation rule', 'automation rules', 'workflow step'],
		...['workflow action', 'workflow activity', 'robot', 'crm robot', 'designer action', 'send result'],
		...['return value', 'event token', 'bizproc.robot.add', 'bizproc.activity.add', 'bizproc.event.send'],
		...['битрикс', 'Битрикс24', 'битрикс 24', 'б24', 'БП', 'бп', 'бизнес-процесс', 'бизнес процесс'],
		...['Бизнес-процессы', 'бизнеспроцесс', 'робот', 'роботы', 'действие', 'действие бизнес-процесса', 'шаг'],
		...['активити', 'триггер', 'автоматизация', 'вернуть результат', 'возврат результата'],
	])('%s', (typed) => expect(search(typed)).toContain(BIZPROC));
});

describe('The log is found by', () => {
	it.each([
		...['bitrix', 'bitrix24', 'bitrix 24', 'bizproc log', 'business process', 'workflow log', 'process log'],
		...['deal log', 'log line', 'log message', 'write to log', 'bizproc.activity.log', 'b24', 'bp'],
		...[
			'битрикс',
			'битрикс24',
			'битрикс 24',
			'б24',
			'БП',
			'бизнес процесс',
			'бизнес-процесс',
			'лог',
			'журнал',
		],
		...['лог сделки', 'лог бизнес-процесса', 'запись в журнал', 'записать в лог', 'история', 'логирование'],
	])('%s', (typed) => expect(search(typed)).toContain(LOG));
});

it('What is about other things finds nothing', () => {
	expect(['gmail', 'telegram', 'slack', 'http request', 'почта'].flatMap(search)).toEqual([]);
});

describe('The row that n8n makes of the trigger and its namesake', () => {
	it('has the words of both', () => expect(bizproc.alias).toEqual(trigger.alias));

	it('says with the words of the trigger what both do', () => {
		const { description } = new BizprocTrigger().description;
		expect(description).toMatch(/^Start n8n .*step.* send results back$/);
	});
});
