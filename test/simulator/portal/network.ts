import type { Fault } from '../drawing/faults';
import type { World } from '../world/world';
import { locationOf } from './clientErrors';
import { readRequest } from './commands';
import { openPassage, type Passage } from './passage';
import { page, type Reply } from './reply';
import type { Sender, Sending } from './sending';
import type { Access, SimulatedPortal } from './simulatedPortal';

/** A POST as n8n's HTTP client sends it. */
export interface Post {
	url: string;
	headers: Record<string, string>;
	body: unknown;
	timeoutMs: number;
	/** Every status is an answer; otherwise what is not below 300 is thrown, as axios does. */
	takes(status: number): boolean;
	signal?: AbortSignal;
	from: Sender;
	credential: number;
	access: Access;
}

/** What lies between n8n and the portals: every request passes here and is written down. */
export interface Network {
	readonly sendings: Sending[];
	post(request: Post): Promise<Reply>;
	/** Nobody waits for what the process has sent; it goes its way all the same. */
	forget(process: number): void;
	/** No fault strikes any more. */
	heal(): void;
}

/** A portal and where it is found. */
export interface Place {
	portal: SimulatedPortal;
	origin: string;
	newOrigin: string;
	/** From this request on it answers at the new address only. */
	renamedAtRequest: number;
	latencyMs: number;
}

/** What such a fault leaves behind says nothing of what the portal has done. */
const UNCLEAR = new Set<string | undefined>([
	...['lost', 'silence', 'page', 'brokenJson', 'oddAnswer', 'oddEntry', 'oddTime'],
]);

export function openNetwork(
	world: World,
	places: Place[],
	faults: ReadonlyMap<number, Fault>,
	random: () => number,
): Network {
	const sendings: Sending[] = [];
	const forgotten = new Set<number>();
	const counts = places.map(() => 0);
	let strikes = faults;
	const later = (ms: number, happen: () => void) => void world.at(world.now() + ms, happen);

	async function post(request: Post): Promise<Reply> {
		const { url, body, from, credential } = request;
		const { origin, pathname } = new URL(url);
		const index = places.findIndex((place) => place.origin === origin || place.newOrigin === origin);
		const method = pathname
			.split('/')
			.pop()!
			.replace(/\.json$/, '');
		const { commands, halt } = readRequest(method, body);
		const number = sendings.length;
		const fault = strikes.get(number);
		const sending: Sending = {
			...{ number, from, method, commands, credential, sentMs: world.now(), fate: 'under way' },
			...{ portal: index === -1 ? undefined : index, isUnclear: UNCLEAR.has(fault?.kind) },
		};
		sendings.push(sending);

		return await new Promise<Reply>((resolve, reject) => {
			const isForgotten = () => forgotten.has(from.process);
			const passage = openPassage(world, request, sending, isForgotten, resolve, reject);
			if (passage.isOver) return;
			if (index === -1) later(1 + random(), () => passage.fail('ENOTFOUND'));
			else travel(request, sending, halt, fault, passage);
		});
	}

	/** To the portal and back, as far as it comes. */
	function travel(
		request: Post,
		sending: Sending,
		halt: boolean,
		fault: Fault | undefined,
		passage: Passage,
	): void {
		const { url, access } = request;
		const place = places[sending.portal!];
		const travelMs = () => 1 + random() * place.latencyMs;
		const isOnItsWay = !(fault && 'ran' in fault && !fault.ran);
		if (fault?.kind === 'unreachable') {
			const cause = { cause: { syscall: 'connect', code: fault.code } };
			later(travelMs(), () => passage.fail(fault.code, fault.connecting ? cause : {}));
		} else if (fault?.kind === 'lost' && !isOnItsWay) {
			later(travelMs(), () => passage.fail(fault.code));
		} else if (fault?.kind === 'silence' && !isOnItsWay) {
			sending.fate = 'no answer';
		} else if (fault?.kind === 'turnedBack') {
			const { status, retryAfter } = fault;
			const headers = retryAfter === undefined ? {} : { 'retry-after': retryAfter };
			later(2 * travelMs(), () => passage.take(page(status, headers)));
		} else {
			later(travelMs(), arrive);
		}

		function arrive(): void {
			sending.arrivedMs = world.now();
			const { origin } = new URL(url);
			const count = counts[sending.portal!]++;
			const isMoved = count >= place.renamedAtRequest;
			if (!isMoved && origin === place.newOrigin) {
				passage.fail('ENOTFOUND');
			} else if (isMoved && origin === place.origin) {
				sending.fate = 'sent on to the new address';
				const location = url.replace(origin, place.newOrigin);
				later(travelMs(), () => passage.take(page(302, { location })));
			} else if (fault?.kind === 'redirect') {
				later(travelMs(), () => passage.take(page(302, locationOf(fault.to, url))));
			} else {
				place.portal.arrive(sending, halt, fault, access, goBack);
			}
		}

		function goBack(reply: Reply): void {
			if (fault?.kind === 'lost') later(travelMs(), () => passage.fail(fault.code));
			else if (fault?.kind === 'silence') sending.fate = 'no answer';
			else later(travelMs(), () => passage.take(reply));
		}
	}

	return {
		sendings,
		post,
		forget: (process) => forgotten.add(process),
		heal: () => (strikes = new Map()),
	};
}
