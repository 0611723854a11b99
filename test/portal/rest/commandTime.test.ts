import { post } from '../http/client';
import { type Portal, startPortal } from '../portal';

let portal: Portal;
beforeEach(async () => {
	portal = await startPortal({ commandMs: 10, methodMs: { profile: 100 } });
});
afterEach(async () => await portal.stop());

const duration = async (method: string): Promise<number> =>
	(await post(`${portal.webhookUrl}${method}`)).data.time.duration * 1000;

it('A method takes the time set for it, in place of what all others take', async () => {
	expect(await duration('scope')).toBeLessThan(90);
	expect(await duration('Profile')).toBeGreaterThanOrEqual(95);
	portal.setLimits({ methodMs: {} });
	expect(await duration('profile')).toBeLessThan(90);
});
