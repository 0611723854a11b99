const { execFile } = require('node:child_process');
const { rm } = require('node:fs/promises');
const { dest, series, src } = require('gulp');

const clean = () => rm('dist', { recursive: true, force: true });

const compile = () =>
	new Promise((resolve, reject) => {
		const tsc = execFile(process.execPath, [require.resolve('typescript/bin/tsc')]);
		tsc.stdout.pipe(process.stdout);
		tsc.on('exit', (code) => (code === 0 ? resolve() : reject(new Error('tsc found mistakes'))));
	});

// What n8n reads besides code: the icons, each node's codex (search words, links), and what its items look like, which
// the editor shows before the first run. Nothing else is shipped.
const copy = () =>
	src(['credentials/*.svg', 'nodes/**/*.svg', 'nodes/**/*.node.json', 'nodes/*/__schema__/**/*.json'], {
		base: '.',
		encoding: false,
	}).pipe(dest('dist'));

exports.default = series(clean, compile, copy);
