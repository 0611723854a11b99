import { post } from '../http/client';
import { type Portal, type PortalOptions, startPortal } from '../portal';
import { OperatingMeter } from './operatingMeter';
import { RequestBuckets } from './requestBuckets';

const QUERY_LIMIT = { code: 'QUERY_LIMIT_EXCEEDED', status: 503 };
const OPERATION_LIMIT = { code: 'OPERATION_TIME_LIMIT', status: 429 };

let portal: Portal;
const start = async (options?: PortalOptions) => (portal = await startPortal(options));
afterEach(async () => await portal?.stop());

/** A clock the test sets, in milliseconds. */
const clockAt = (start: number) => {
	const clock = { time: start, now: () => clock.time };
	return clock;
};

describe('the leaky bucket', () => {
	const limit = { burst: 50, perSecond: 2 };

	it('takes a burst, then refuses until enough has leaked', () => {
		const clock = clockAt(0);
		const buckets = new RequestBuckets(clock.now);
		const fill = () => buckets.fill(limit, '1.2.3.4');
		for (let request = 0; request < 50; request++) fill();
		expect(fill).toThrow(expect.objectContaining(QUERY_LIMIT));
		clock.time = 499;
		expect(fill).toThrow(expect.objectContaining(QUERY_LIMIT));
		clock.time = 500;
		expect(fill).not.toThrow();
		expect(fill).toThrow(expect.objectContaining(QUERY_LIMIT));
	});

	it('has one bucket for each client address', () => {
		const buckets = new RequestBuckets(() => 0);
		const single = { burst: 1, perSecond: 1 };
		buckets.fill(single, '1.2.3.4');
		expect(() => buckets.fill(single, '1.2.3.4')).toThrow();
		expect(() => buckets.fill(single, '5.6.7.8')).not.toThrow();
	});

	it('is answered 503 in the documented words, and a batch is one request', async () => {
		await start({ requestLimit: { burst: 2, perSecond: 0 } });
		const batch = { cmd: Array.from({ length: 10 }, () => 'scope') };
		expect((await post(`${portal.webhookUrl}batch`, batch)).data.result.result).toHaveLength(10);
		expect((await post(`${portal.webhookUrl}scope`)).status).toBe(200);
		expect(await post(`${portal.webhookUrl}scope`)).toMatchObject({
			status: 503,
			data: { error: 'QUERY_LIMIT_EXCEEDED', error_description: 'Too many requests' },
		});
		portal.setLimits({ requestLimit: null });
		expect((await post(`${portal.webhookUrl}scope`)).status).toBe(200);
	});
});

describe('the operating meter', () => {
	const limit = { seconds: 480, windowSeconds: 600, secondsPerCall: 160 };

	it('blocks a method once its seconds are used, and frees them bucket by bucket', () => {
		const clock = clockAt(600_000);
		const meter = new OperatingMeter(clock.now);
		const call = () => {
			meter.check(limit, 'webhook x');
			meter.charge(limit, 'webhook x');
		};
		call();
		clock.time += 60_000;
		call();
		call();
		expect(meter.reading(limit, 'webhook x')).toEqual({ operating_reset_at: 1200, operating: 480 });
		expect(call).toThrow(expect.objectContaining(OPERATION_LIMIT));
		expect(() => meter.check(limit, 'webhook y')).not.toThrow();
		clock.time = 1_199_000;
		expect(call).toThrow(expect.objectContaining(OPERATION_LIMIT));
		clock.time = 1_200_000;
		expect(meter.reading(limit, 'webhook x')).toEqual({ operating_reset_at: 1260, operating: 320 });
		expect(call).not.toThrow();
	});

	it('refuses single commands of a batch, and successes tell the time used', async () => {
		await start({
			operatingLimit: { seconds: 2, windowSeconds: 600, secondsPerCall: 1 },
		});
		const { data } = await post(`${portal.webhookUrl}batch`, {
			cmd: { a: 'scope', b: 'scope', c: 'scope', d: 'profile' },
		});
		expect(data.result.result_error).toEqual({
			c: {
				error: 'OPERATION_TIME_LIMIT',
				error_description: 'Method is blocked due to operation time limit.',
			},
		});
		expect(data.result.result_time).toMatchObject({
			a: { operating: 1, operating_reset_at: expect.any(Number) },
			b: { operating: 2 },
			d: { operating: 1 },
		});
		expect(data.time.operating).toBe(0);
	});

	it('charges the batch in place of its commands when told so, and lets one that has begun end', async () => {
		await start({
			operatingLimit: { seconds: 2, windowSeconds: 600, secondsPerCall: 1, charged: 'batch' },
		});
		const cmd = { a: 'scope', b: 'profile', c: 'scope' };
		const { data } = await post(`${portal.webhookUrl}batch`, { cmd });
		expect(data.result.result_error).toEqual([]);
		expect(data.result.result_time).toMatchObject({ a: { operating: 1 }, c: { operating: 3 } });
		expect(data.time.operating).toBe(3);
		expect(await post(`${portal.webhookUrl}batch`, { cmd })).toMatchObject({
			status: 429,
			data: { error: 'OPERATION_TIME_LIMIT' },
		});
		expect((await post(`${portal.webhookUrl}scope`)).data.time.operating).toBe(1);
	});

	it('refuses a whole request with 429 and no time, for the webhook but not for the application', async () => {
		await start({
			operatingLimit: { seconds: 1, windowSeconds: 600, secondsPerCall: 1 },
		});
		const { access_token: auth } = portal.oauth.issueTokens();
		const first = await post(`${portal.webhookUrl}scope`);
		expect(first.data.time).toMatchObject({ operating: 1 });
		const refused = await post(`${portal.webhookUrl}scope`);
		expect(refused.status).toBe(429);
		expect(refused.data).toEqual({
			error: 'OPERATION_TIME_LIMIT',
			error_description: 'Method is blocked due to operation time limit.',
		});
		expect((await post(`${portal.url}/rest/scope`, { auth })).status).toBe(200);
	});

	it('says nothing about operating time when there is no limit', async () => {
		await start();
		const { data } = await post(`${portal.webhookUrl}scope`);
		expect(data.time).not.toHaveProperty('operating');
	});
});
