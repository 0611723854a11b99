import type { Portal } from '../contract';
import { copyable } from './copyable';
import { type Markup, markup } from './markup';

/** Everything that goes into n8n's credentials, under the names of their fields, and the one thing that comes from there. */
export function connectBox({ url, webhookUrl, oauth }: Portal): Markup {
	const { clientId, clientSecret } = oauth.application;
	return markup`<section class="card connect" aria-labelledby="connect">
<h2 id="connect">To connect n8n</h2>
<p>Copy this into n8n’s credentials. The names are those of their fields.</p>
<h3>Bitrix24 OAuth2 API</h3>
<p>For the trigger, for log lines and for results.</p>
<form method="post" action="/page/handler-path">
<div class="field">
<label for="handler-path">Your handler path</label>
<div class="joined">
<input id="handler-path" name="url" class="code" type="url" required value="${oauth.redirectUrl ?? ''}" placeholder="OAuth Redirect URL of n8n" spellcheck="false" autocomplete="off" aria-describedby="handler-path-hint">
<button class="quiet">Save<span class="unseen"> your handler path</span></button>
</div>
<small id="handler-path-hint">${pathHint(oauth.redirectUrl)}</small>
</div>
</form>
${copyable('portal-url', 'Portal URL', url)}
${copyable('client-id', 'Client ID', clientId)}
${copyable('client-secret', 'Client Secret', clientSecret)}
${copyable('authorization-server', 'Authorization Server', oauth.url)}
<h3>Bitrix24 Webhook API</h3>
<p>For log lines and results, without a trigger.</p>
${copyable('webhook-url', 'Webhook URL', webhookUrl)}
</section>`;
}

function pathHint(redirectUrl: string | undefined): string {
	return redirectUrl
		? 'People who allow the access are sent there.'
		: 'Paste the OAuth Redirect URL of n8n’s credential and save it, before you press Connect there.';
}
