/** Patterns of host names, for the code and for the forms of credentials, which know regular expressions only. */

/** Names and numbers that mean something on one machine or in one network only, loopback included. */
export const PRIVATE_HOSTS =
	'localhost|127(\\.\\d+){3}|10(\\.\\d+){3}|192\\.168(\\.\\d+){2}|172\\.(1[6-9]|2\\d|3[01])(\\.\\d+){2}|169\\.254(\\.\\d+){2}|100\\.(6[4-9]|[7-9]\\d|1[01]\\d|12[0-7])(\\.\\d+){2}|0\\.0\\.0\\.0|[\\w.-]+\\.(local|localhost|internal|lan|home|test)|\\[(::1|f[cd][\\da-f]{2}:[^\\]]*|fe80:[^\\]]*)\\]';

/** Portals in Bitrix24's own cloud: the end of the name tells the country. */
export const CLOUD_HOSTS = '[\\w.-]+\\.bitrix24\\.[a-z]{2,3}(\\.[a-z]{2})?';
