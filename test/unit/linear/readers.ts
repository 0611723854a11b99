/* eslint-disable @n8n/community-nodes/no-restricted-imports -- works expressions out as n8n does */
import { runInNewContext } from 'node:vm';
import type { IExecuteFunctions } from 'n8n-workflow';
import { Bitrix24WebhookApi } from '../../../credentials/Bitrix24WebhookApi.credentials';
import { hostOf, originOf, serverOf } from '../../../credentials/portalUrl';
import { readEntries } from '../../../nodes/Bizproc/event/entries';
import { toReturnValues } from '../../../nodes/Bizproc/event/returnValues';
import { digest, isSameDigest } from '../../../nodes/BizprocTrigger/digest';
import { readCall } from '../../../nodes/BizprocTrigger/reception/call';
import { toOutput } from '../../../nodes/BizprocTrigger/reception/output';
import { toProperties } from '../../../nodes/BizprocTrigger/reception/properties';
import { codeOf } from '../../../nodes/BizprocTrigger/step/code';
import { judgeHandler } from '../../../nodes/BizprocTrigger/step/handler';
import { findMistake } from '../../../nodes/BizprocTrigger/step/mistakes';
import type { StepParameters } from '../../../nodes/BizprocTrigger/step/parameters';
import { isPrivateHost } from '../../../nodes/BizprocTrigger/step/privateAddress';
import { toStep } from '../../../nodes/BizprocTrigger/step/step';
import { FixedOffsetZone } from 'luxon';
import { readDefault } from '../../../nodes/BizprocTrigger/step/defaults';
import { expressionsInQuotes, isChangedInQuotes, keyTwice, parseObject } from '../../../nodes/items/json';
import { FORMS } from '../../../nodes/items/values/forms';
import { readMoment } from '../../../nodes/items/values/moments';
import { readNumber, readWholeNumber } from '../../../nodes/items/values/numbers';
import { readFieldOptions } from '../../../nodes/items/values/options';
import { toPortalForm } from '../../../nodes/items/values/portalForm';
import { namesOf, readOption } from '../../../nodes/items/values/select';
import { split } from '../../../nodes/items/values/several';
import { readUser } from '../../../nodes/items/values/users';
import { yesOrNo } from '../../../nodes/items/values/yesOrNo';
import { FIELD_TYPES, readDeclaredFields } from '../../../nodes/items/declaredFields';
import { readEventToken, workflowOf } from '../../../nodes/items/eventToken';
import { isKey, keyOf } from '../../../nodes/items/keys';
import { readLogMessage } from '../../../nodes/items/logMessage';
import { digestOf } from '../../../nodes/items/memory/entries';
import { openItems, type ItemReader } from '../../../nodes/items/reader';
import { toText, trim, utf8Bytes } from '../../../nodes/items/text';
import { connectionRefusal } from '../../../nodes/portal/answers/connection';
import { readPause, unreached } from '../../../nodes/portal/answers/inBetween';
import {
	isObject,
	readAnswer,
	readFailedRenewal,
	readThrown,
	toNumber,
} from '../../../nodes/portal/answers/reply';
import { subjectOf } from '../../../nodes/portal/answers/subject';
import { readError, resultOf } from '../../../nodes/portal/answers/verdict';
import { readBatch, timesOf, toBatch, toCommand } from '../../../nodes/portal/batch';
import type { Param } from '../../../nodes/portal/command';
import { readNewOrigin, readPortalAddress, readWebhookAddress } from '../../../nodes/portal/wire/address';
import { readForm } from '../../../nodes/portal/wire/form';
import { toQuery } from '../../../nodes/portal/wire/query';
import {
	describedWithoutSecrets,
	holdsDescriptions,
	secretsIn,
	withoutSecrets,
} from '../../../nodes/portal/wire/secrets';

const SUBJECT = subjectOf({ noun: 'line', done: 'written', effect: 'once' });
const WORD = 'abcdefgh12345678';
const PLACE = { instanceId: 'n8n', workflowId: 'wf', nodeId: 'node', isTest: true };
const MEMBER = { code: 'check', memberId: 'member' };

/** What n8n does with an expression whose code this is. */
const workOut = (code: string, text: string): unknown => runInNewContext(code, { text });
const DECLARED = { properties: [], returnProperties: [] };

const formOf = (text: string): Record<string, Param> => readForm(text) ?? {};
const commandOf = (text: string) =>
	toCommand(0, { method: 'm', params: { A: text, B: [text], C: { d: text } }, workflow: '' });
const fieldsOf = (text: string) =>
	readDeclaredFields({
		field: FIELD_TYPES.map((type) => ({ key: type, label: text, type, options: text, default: text })),
	});
const parametersOf = (text: string): StepParameters => ({
	...{ kind: 'robot', name: text, description: text, code: '' },
	...{ properties: fieldsOf(text), returnProperties: fieldsOf(text) },
	...{ waitForResult: 'yes', documentTypes: [text], runAsUser: 0, whenUnpublished: 'keep' },
	takeOverExistingStep: false,
});

/** An item whose field "text" holds the text, and a node all of whose fields are mapped to it. */
function itemOf(text: string): ItemReader {
	const context = {
		getNode: () => ({ type: 'bizproc' }),
		getNodeParameter: (name: string) => (name.endsWith('Mode') ? 'json' : '={{ $json.text }}'),
	};
	return openItems(context as never as IExecuteFunctions, [{ json: { text } }])(0);
}

/** Every function of the package that reads foreign text, by file and name; those without a text of their own behind. */
export const READERS: Record<string, (text: string) => unknown> = {
	'credentials/portalUrl.ts hostOf': (text) => workOut(hostOf('text'), text),
	'credentials/portalUrl.ts originOf': (text) => workOut(originOf('text'), text),
	'credentials/portalUrl.ts serverOf': (text) => workOut(serverOf('text'), text),
	'credentials/Bitrix24WebhookApi.credentials.ts authenticate': (text) =>
		new Bitrix24WebhookApi().authenticate({ webhookSecret: text }, { url: 'm' }).catch(() => undefined),
	'nodes/Bizproc/event/entries.ts readEntries': (text) => readEntries(itemOf(text), undefined),
	'nodes/Bizproc/event/returnValues.ts toReturnValues': (text) => [
		toReturnValues(
			[
				['a', text],
				['b', [text]],
				['c', { text }],
			],
			undefined,
		),
		toReturnValues([[text, 'a']], undefined),
		toReturnValues(Object.entries(formOf(text)), fieldsOf('')),
		toReturnValues(Object.entries(Object(formOf(text).a)), undefined),
		toReturnValues(
			FIELD_TYPES.map((type) => [type, text]),
			fieldsOf(''),
		),
	],
	'nodes/BizprocTrigger/digest.ts digest': digest,
	'nodes/BizprocTrigger/digest.ts isSameDigest': (text) => isSameDigest(text, `${text.slice(0, -1)}?`),
	'nodes/BizprocTrigger/reception/call.ts readCall': (text) => [
		readCall(formOf(text), MEMBER),
		readCall({ auth: { member_id: text, application_token: text } }, MEMBER),
		readCall({ auth: { member_id: 'member', application_token: text }, code: text }, MEMBER),
	],
	'nodes/BizprocTrigger/reception/output.ts toOutput': (text) => {
		const form = { ...formOf(text), ts: text, timeout_duration: text, document_id: text };
		return toOutput({ form, auth: { user_id: text }, memberId: text, applicationTokenDigest: '' }, DECLARED);
	},
	'nodes/BizprocTrigger/reception/properties.ts toProperties': (text) => [
		toProperties(formOf(text), fieldsOf('')),
		toProperties(formOf(text).a, fieldsOf('')),
		toProperties(Object.fromEntries(FIELD_TYPES.map((type) => [type, text])), fieldsOf('')),
		toProperties({ [text]: text }, fieldsOf('')),
	],
	'nodes/BizprocTrigger/step/code.ts codeOf': (text) => codeOf(text, PLACE),
	'nodes/BizprocTrigger/step/handler.ts judgeHandler': (text) => judgeHandler(text, 'secret'),
	'nodes/BizprocTrigger/step/mistakes.ts findMistake': (text) => {
		const named = { ...parametersOf(''), name: 'n', properties: [], returnProperties: [] };
		const select = readDeclaredFields({ field: [{ key: 'a', type: 'select', options: text }] });
		const field = text.split(/[&\n]/).map((_, index) => ({ key: `f${index}` }));
		return [
			findMistake({ ...named, name: text }),
			findMistake({ ...named, code: text }),
			findMistake({ ...named, properties: select }),
			findMistake({ ...named, returnProperties: readDeclaredFields({ field }) }),
			findMistake({ ...named, documentTypes: [text] }),
		];
	},
	'nodes/BizprocTrigger/step/privateAddress.ts isPrivateHost': isPrivateHost,
	'nodes/BizprocTrigger/step/step.ts toStep': (text) => toStep(parametersOf(text), text, PLACE),
	'nodes/items/keys.ts isKey': isKey,
	'nodes/items/keys.ts keyOf': keyOf,
	'nodes/items/declaredFields.ts readDeclaredFields': fieldsOf,
	'nodes/BizprocTrigger/step/defaults.ts readDefault': (text) =>
		fieldsOf(text).map((field) => readDefault(field, text)),
	'nodes/items/values/moments.ts readMoment': (text) => readMoment(text, FixedOffsetZone.utcInstance),
	'nodes/items/values/numbers.ts readNumber': readNumber,
	'nodes/items/values/numbers.ts readWholeNumber': readWholeNumber,
	'nodes/items/values/options.ts readFieldOptions': readFieldOptions,
	'nodes/items/values/portalForm.ts toPortalForm': (text) =>
		fieldsOf(text).map((field) =>
			toPortalForm(text, field, FORMS[field.type] ?? FORMS.select!, text, FixedOffsetZone.utcInstance),
		),
	'nodes/items/values/select.ts namesOf': (text) => namesOf(readFieldOptions(text)),
	'nodes/items/values/select.ts readOption': (text) => readOption(text, readFieldOptions(text)),
	'nodes/items/values/several.ts split': (text) => split(text, (one) => yesOrNo(one) !== undefined),
	'nodes/items/values/users.ts readUser': readUser,
	'nodes/items/values/yesOrNo.ts yesOrNo': yesOrNo,
	'nodes/items/eventToken.ts readEventToken': (text) => readEventToken(itemOf(text)),
	'nodes/items/eventToken.ts workflowOf': workflowOf,
	'nodes/items/json.ts expressionsInQuotes': (text) => expressionsInQuotes(`="${text}`),
	'nodes/items/json.ts isChangedInQuotes': isChangedInQuotes,
	'nodes/items/json.ts keyTwice': (text) => keyTwice(JSON.stringify({ [text]: [text, { [text]: text }] })),
	'nodes/items/json.ts parseObject': parseObject,
	'nodes/items/logMessage.ts readLogMessage': (text) => readLogMessage(itemOf(text), 'message', 'Message'),
	'nodes/items/memory/entries.ts digestOf': digestOf,
	'nodes/items/text.ts toText': (text) => [toText(text), toText({ [text]: [text] })],
	'nodes/items/text.ts trim': trim,
	'nodes/items/text.ts utf8Bytes': utf8Bytes,
	'nodes/portal/answers/connection.ts connectionRefusal': connectionRefusal,
	'nodes/portal/answers/inBetween.ts readPause': (text) => readPause(text, SUBJECT),
	'nodes/portal/answers/inBetween.ts unreached': (text) => unreached(text, SUBJECT),
	'nodes/portal/answers/reply.ts isObject': isObject,
	'nodes/portal/answers/reply.ts readAnswer': (text) => [
		readAnswer({ statusCode: 302, headers: { location: text }, body: text }),
		readAnswer({ statusCode: 503, headers: { date: text, 'retry-after': text }, body: text }),
	],
	'nodes/portal/answers/reply.ts readFailedRenewal': (text) =>
		readFailedRenewal({ message: text, code: text }),
	'nodes/portal/answers/reply.ts readThrown': (text) => readThrown({ isAxiosError: true, code: text }),
	'nodes/portal/answers/reply.ts toNumber': toNumber,
	'nodes/portal/answers/verdict.ts readError': (text) =>
		readError({ error: text, error_description: text }, 'call', SUBJECT, 400),
	'nodes/portal/answers/verdict.ts resultOf': (text) => resultOf({ result: { text } }),
	'nodes/portal/batch.ts readBatch': (text) =>
		readBatch({ result_error: { item_0: { error: text } } }, [commandOf('')], false, SUBJECT),
	'nodes/portal/batch.ts timesOf': (text) => timesOf({ result_time: { text } }),
	'nodes/portal/batch.ts toCommand': (text) => toBatch([commandOf(text)], true),
	'nodes/portal/wire/address.ts readNewOrigin': (text) => [
		readNewOrigin('https://a.example/rest/1/a', text),
		readNewOrigin('https://a.example/rest/1/a', `https://a.example/${text}`),
	],
	'nodes/portal/wire/address.ts readPortalAddress': (text) => [
		readPortalAddress(text),
		readPortalAddress('a.example', text),
	],
	'nodes/portal/wire/address.ts readWebhookAddress': readWebhookAddress,
	'nodes/portal/wire/form.ts readForm': readForm,
	'nodes/portal/wire/query.ts toQuery': (text) => toQuery({ A: text, [text]: [text, text] }, () => {}),
	'nodes/portal/wire/secrets.ts describedWithoutSecrets': (text) =>
		describedWithoutSecrets(
			{ error: text, error_description: text, result: { result_error: { a: { error_description: text } } } },
			[WORD],
		),
	'nodes/portal/wire/secrets.ts holdsDescriptions': (text) => holdsDescriptions({ error: text }),
	'nodes/portal/wire/secrets.ts secretsIn': (text) => secretsIn({ webhookSecret: text }),
	'nodes/portal/wire/secrets.ts withoutSecrets': (text) => withoutSecrets(text, [WORD]),
};

/**
 * What they are given was written by this package, by n8n, or by whoever sets up the node, or it is short. A folder
 * stands for all of its functions that are not above.
 */
export const NOT_FOREIGN = [
	'credentials/connectionTest.ts connectionTest',
	'nodes/BizprocTrigger/publication/refusals.ts taken',
	'nodes/BizprocTrigger/publication/registration.ts removeStep',
	'nodes/items/eventToken.ts eventTokenRefusals',
	'nodes/items/fields.ts resultField',
	'nodes/items/hint.ts hintAtAccepted',
	'nodes/items/memory/',
	'nodes/items/outputs.ts toItem',
	'nodes/portal/answers/failure.ts unusable',
	'nodes/portal/answers/reach.ts reachOf',
	'nodes/portal/answers/reply.ts leftNothing',
	'nodes/portal/answers/reply.ts readBrokenOff',
	'nodes/portal/answers/failure.ts withTime',
	'nodes/portal/wire/renewal.ts openSignedIn',
];
