/* eslint-disable @n8n/community-nodes/no-restricted-imports -- tests run in Node, not in n8n */
import tls from 'node:tls';
import { generate } from 'selfsigned';

/** A certificate for 127.0.0.1 that this process trusts until `distrust` is called. */
export async function trustedCertificate() {
	const { private: key, cert } = await generate([{ name: 'commonName', value: '127.0.0.1' }], {
		extensions: [{ name: 'subjectAltName', altNames: [{ type: 7, ip: '127.0.0.1' }] }],
	});
	// Node offers no other way to trust a certificate after it has started.
	const { createSecureContext } = tls;
	tls.createSecureContext = (options) => createSecureContext({ ...options, ca: [cert] });
	return {
		keys: { key, cert },
		distrust: () => {
			tls.createSecureContext = createSecureContext;
		},
	};
}
