import type { PortalOptions } from '../portal/contract';
import { openStage, type Stage } from './stage';

/** A stage for all tests of a file; `clean` runs behind each of them. */
export function stageForFile(clean: (stage: Stage) => void, options?: PortalOptions): Stage {
	let open: Stage;
	beforeAll(async () => {
		open = await openStage(options);
	});
	afterEach(() => clean(open));
	afterAll(async () => await open.close());
	return standFor(() => open);
}

/** A stage for each test: what the node has learnt of one portal neither helps nor hinders the next test. */
export function stageForEachTest(options?: PortalOptions): Stage {
	let open: Stage;
	beforeEach(async () => {
		open = await openStage(options);
	});
	afterEach(async () => await open.close());
	return standFor(() => open);
}

/** To be written down before Jest opens it. */
const standFor = (stage: () => Stage): Stage => ({
	get portal() {
		return stage().portal;
	},
	get kept() {
		return stage().kept;
	},
	get engine() {
		return stage().engine;
	},
	get credentials() {
		return stage().credentials;
	},
	start: (scene) => stage().start(scene),
	run: async (scene) => await stage().run(scene),
	retry: async (scene, failed) => await stage().retry(scene, failed),
	close: async () => await stage().close(),
});
