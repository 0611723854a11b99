import { openServer } from '../portal/http/server';

/** A service that workflows get their lines from, with a room where they have to wait. */
export interface Lists {
	/** Where a list is got. */
	address(name: string): string;
	set(name: string, messages: string[]): void;
	/** Whoever asks here gets no answer while it is closed. */
	waitingRoom: string;
	open(isOpen: boolean): void;
	close(): Promise<void>;
}

export async function openLists(): Promise<Lists> {
	const lists = new Map<string, string[]>();
	let isOpen = false;
	const server = await openServer(async (request, response) => {
		const name = request.url!.slice(1);
		if (name === 'waiting-room' && !isOpen) return;
		const items = (lists.get(name) ?? []).map((message) => ({ message }));
		response.writeHead(200, { 'Content-Type': 'application/json' }).end(JSON.stringify(items));
	});
	return {
		address: (name) => `${server.origin}/${name}`,
		set: (name, messages) => void lists.set(name, messages),
		waitingRoom: `${server.origin}/waiting-room`,
		open: (nowOpen) => (isOpen = nowOpen),
		close: server.close,
	};
}
