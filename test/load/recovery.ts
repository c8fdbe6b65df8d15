/**
 * What breaks and comes back, measured in real browsers: a killed media worker, a killed server, a network that is gone for a
 * while. `node test/load/recovery.ts [worker|restart|blackout ...] [--runs=5]`; the last one needs root. Minutes, not seconds.
 */
import { networkBlackout } from './recovery/blackout.ts';
import { serverRestart } from './recovery/restart.ts';
import { workerCrash } from './recovery/worker.ts';
import type { BenchRow } from './row.ts';

const parts: Readonly<Record<string, (runs: number) => Promise<BenchRow[]>>> = { worker: workerCrash, restart: serverRestart, blackout: networkBlackout };
const given = process.argv.slice(2);
const wanted = given.filter((one) => !one.startsWith('--'));
const runs = Number(given.find((one) => one.startsWith('--runs='))?.slice('--runs='.length) ?? 5);
const unknown = wanted.filter((name) => !Object.hasOwn(parts, name));
if (unknown.length > 0 || !Number.isInteger(runs) || runs < 1) {
  console.error(`There are ${Object.keys(parts).join(', ')}, and --runs=5`);
  process.exit(2);
}

const rows: BenchRow[] = [];
for (const [name, part] of Object.entries(parts)) if (wanted.length === 0 || wanted.includes(name)) rows.push(...await part(runs));
console.table(Object.fromEntries(rows.map((row) => [row.figure, {
  value: `${row.unit === 'ms' ? Math.round(row.value) : Number(row.value.toPrecision(3))} ${row.unit}`, gate: row.gate ?? '', ok: row.ok === undefined ? '' : row.ok ? 'yes' : 'NO',
}])));
process.exit(rows.some((row) => row.ok === false) ? 1 : 0);
