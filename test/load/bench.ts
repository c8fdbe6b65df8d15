/** Prints one table: each figure beside a baseline of the same run. `node test/load/bench.ts [name ...]` takes a part. */
import { benchClass } from './class.ts';
import { benchFanout } from './fanout.ts';
import { benchInterpretation } from './interpretation.ts';
import { benchJoin } from './join.ts';
import { benchJavaScript } from './javascript.ts';
import { benchOpening } from './opening.ts';
import type { BenchRow } from './row.ts';
import { benchSound } from './sound.ts';
import { benchStore } from './store.ts';
import { benchAudience, benchStill } from './visit.ts';

const benches: Readonly<Record<string, () => Promise<BenchRow[]>>> = {
  fanout: benchFanout, store: benchStore, opening: benchOpening, javascript: benchJavaScript, join: benchJoin, sound: benchSound, still: benchStill, visit: benchAudience, class: benchClass, interpretation: benchInterpretation,
};

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !Object.hasOwn(benches, name));
if (unknown.length > 0) {
  console.error(`There is no bench ${unknown.join(', ')}; there are ${Object.keys(benches).join(', ')}`);
  process.exit(2);
}
const rows: BenchRow[] = [];
for (const [name, bench] of Object.entries(benches)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  const start = performance.now();
  rows.push(...await bench());
  console.error(`bench: ${name}, ${Math.round((performance.now() - start) / 1000)} s`);
}

console.table(Object.fromEntries(rows.map((row) => [row.figure, {
  value: `${round(row.value)} ${row.unit}`,
  baseline: row.baseline === undefined ? '' : `${round(row.baseline)} ${row.unit}`,
  of: row.baselineName ?? '',
  ratio: row.baseline === undefined ? '' : round(row.value / row.baseline),
  gate: row.gate ?? '',
  ok: row.ok === undefined ? '' : row.ok ? 'yes' : 'NO',
}])));
process.exitCode = rows.some((row) => row.ok === false) ? 1 : 0;

function round(value: number): number {
  return Math.abs(value) >= 100 ? Math.round(value) : Number(value.toPrecision(3));
}
