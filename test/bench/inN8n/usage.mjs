// Loaded into n8n: writes down what its process has used, over and over.
import { renameSync, writeFileSync } from 'node:fs';

const EVERY_MS = 100;

function write() {
	const { user, system } = process.cpuUsage();
	const { maxRSS } = process.resourceUsage();
	const usage = { processorSeconds: (user + system) / 1e6, peakMemory: maxRSS * 1024 };
	// Nobody must read half of it.
	writeFileSync(`${process.env.BENCH_USAGE}.new`, JSON.stringify(usage));
	renameSync(`${process.env.BENCH_USAGE}.new`, process.env.BENCH_USAGE);
}

// n8n's task runner inherits the setting.
if (process.argv[2] === 'start') setInterval(write, EVERY_MS).unref();
