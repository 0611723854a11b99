import { type Claim, NotTried } from '../claim';
import { isBoolean, isText, isTexts } from '../expectations';
import { APP_INFO, PROFILE, REQUESTS, stepPage } from '../pages';

/** What an application is told, without creating anything. */
export const APPLICATION: Claim[] = [
	{
		claim: 'An access token is taken in the body',
		source: REQUESTS,
		needs: 'application',
		try: async ({ application }) => await application('scope'),
		expected: { status: 200, result: isTexts },
	},
	{
		claim: 'An access token is taken in the header that n8n sends',
		needs: 'application',
		try: async ({ bearer }) => await bearer('scope'),
		expected: { status: 200, result: isTexts },
	},
	{
		claim: 'app.info tells that the application is installed',
		source: APP_INFO,
		needs: 'application',
		try: async ({ bearer }) => await bearer('app.info'),
		expected: { status: 200, result: { STATUS: isText, INSTALLED: true } },
	},
	{
		claim: 'profile tells whether the user of the application is an administrator',
		source: PROFILE,
		needs: 'application',
		try: async ({ bearer }) => await bearer('profile'),
		expected: { status: 200, result: { ADMIN: isBoolean } },
	},
	{
		claim: 'Who is no administrator may not even list steps',
		source: stepPage('robot', 'list'),
		needs: 'application',
		try: async ({ bearer }) => {
			const [profile, scope] = [await bearer('profile'), await bearer('scope')];
			if ((profile.result as { ADMIN?: unknown } | undefined)?.ADMIN === true) {
				throw new NotTried('the user is an administrator');
			}
			if (!(scope.result as string[]).includes('bizproc')) {
				throw new NotTried('the application lacks the permission bizproc');
			}
			return await bearer('bizproc.robot.list');
		},
		expected: { status: 403, error: 'ACCESS_DENIED' },
	},
];
