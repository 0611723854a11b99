import type { Failure } from './failure';
import { readRefusal } from './refusals';
import type { Page } from './reply';
import type { Subject } from './subject';

/** What stands between n8n and the portal has turned a request away, so nothing ran. By the network's code. */
export function unreached(code: string, subject: Subject): Failure {
	const { nothingHappened, again } = subject;
	const found = OBSTACLES.find(({ codes }) => codes.test(code));
	return {
		...(found?.passes === false ? { kind: 'unsent', closes: true } : { kind: 'limited', limit: 'unreached' }),
		happened: `${found?.happened ?? 'Bitrix24 could not be reached'}, ${nothingHappened}`,
		nextStep: `${found?.nextStep ?? 'Check the address in the credential and the network, then'} ${again}.`,
		code,
	};
}

interface Obstacle {
	codes: RegExp;
	happened: string;
	/** Ends in what is followed by "send the line again". */
	nextStep: string;
	/** It may pass by itself, so it is waited for. */
	passes: boolean;
}

const OBSTACLES: Obstacle[] = [
	{
		codes: /^(CERT_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_|ERR_TLS_CERT_)/,
		happened: 'n8n does not trust the certificate of this address',
		nextStep:
			'It has expired, is made for another name, or comes from an authority that n8n does not know. Renew it, correct the address, or name the authority in NODE_EXTRA_CA_CERTS of n8n, then',
		passes: false,
	},
	{
		codes: /^(EPROTO|ERR_SSL_)/,
		happened: 'No encrypted connection to this address came about',
		nextStep: 'Check whether it has to start with http:// or https://, and its port, then',
		passes: false,
	},
	{
		codes: /^PROXY_(407|403)$/,
		happened: 'A proxy between n8n and Bitrix24 refused the connection',
		nextStep:
			'Check HTTP_PROXY, HTTPS_PROXY and NO_PROXY of n8n, and the password and the rules of the proxy, then',
		passes: false,
	},
	{
		codes: /^PROXY_/,
		happened: 'A proxy between n8n and Bitrix24 could not reach the portal',
		nextStep: 'Check HTTP_PROXY, HTTPS_PROXY and NO_PROXY of n8n, and the address in the credential, then',
		passes: true,
	},
];

/** Why the portal, or its web server, has named a time before which it takes nothing. @param code of a failure from here */
export function readPause(code: string, subject: Subject): Failure {
	const status = /^HTTP_(\d+)$/.exec(code)?.[1];
	if (status === undefined) return readRefusal({ code, about: 'call' }, subject);
	return turnedBack({ kind: 'overloaded', status: Number(status) }, subject);
}

/** A page in place of an answer of the portal, by its status. */
export function turnedBack(
	{ kind, status }: Page,
	{ name, nothingHappened, again, later }: Subject,
): Failure {
	const code = `HTTP_${status}`;
	switch (kind) {
		case 'overloaded':
			return {
				kind: 'limited',
				limit: 'overload',
				happened: `The web server of the portal takes no requests at the moment, ${nothingHappened}`,
				nextStep: later,
				code,
				httpStatus: status,
			};
		case 'locked':
			return {
				kind: 'unsent',
				closes: true,
				happened: `The web server of the portal asks for a password of its own, ${nothingHappened}`,
				nextStep: `Let its administrator open /rest/ for n8n without that password, then ${again}.`,
				code,
				httpStatus: status,
			};
		case 'blocked':
			return {
				kind: 'unsent',
				inARow: true,
				happened: `A firewall in front of the portal did not let this ${name} pass, ${nothingHappened}`,
				nextStep: `Let its administrator allow the address of n8n and what it sends to /rest/, then ${again}.`,
				code,
				httpStatus: status,
			};
		case 'tooLarge':
			return {
				kind: 'limited',
				limit: 'size',
				happened: `This ${name} is too large for the web server of the portal, ${nothingHappened}`,
				nextStep: `Shorten it, or let the administrator of the portal allow larger requests, then ${again}.`,
				code,
				httpStatus: status,
			};
	}
}
