/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals */
import { setTimeout as sleep } from 'node:timers/promises';
import axios from 'axios';
import { count } from '../report/numbers';
import { METHOD_OF_COMPANY, type Company } from '../trial';
import type { PortalProcess } from '../portalProcess';
import { limited } from './limited';
import type { Scene } from './scene';

const CALLS_PER_SECOND = 1;

/** Somebody who calls from the same address and was there before. */
async function moveIn({ webhookUrl }: PortalProcess): Promise<Company> {
	const client = axios.create({ baseURL: webhookUrl, validateStatus: () => true });
	const calling = setInterval(() => void client.post(METHOD_OF_COMPANY), 1000 / CALLS_PER_SECOND);
	await sleep(3000);
	return { leave: () => clearInterval(calling) };
}

/** The portal counts by address: whatever else calls from it takes its share. */
export const neighbour: Scene = async (quick) =>
	await limited({
		title: 'Ordinary limits shared with a neighbour',
		text: [
			'50 requests at once, then 2 a second, of which another program at the same address already takes 1. ' +
				'Neither the node nor the SDK is told of it.',
		],
		plan: 'ordinary',
		requestLimit: { burst: 50, perSecond: 2 },
		taken: CALLS_PER_SECOND,
		company: moveIn,
		lines: quick ? 2800 : 5000,
		linesOneByOne: quick ? 55 : 100,
		columns: [['neighbour refused', ({ refusalsOfCompany }) => count(refusalsOfCompany)]],
	});
