/** What may go into a request now. */
export interface Room {
	nowMs: number;
	/** No request is under way for the workflow. */
	isFree(workflow: string): boolean;
	/** How many commands of a method one request may carry; 0: none now. */
	most(method: string): number;
}
