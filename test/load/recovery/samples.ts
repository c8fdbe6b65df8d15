import { percentile } from '../figures.ts';
import type { BenchRow } from '../row.ts';

/** A figure over all repetitions beside what is asked of it. */
export function line(figure: string, samples: readonly number[], unit: string, gate: string, isGood: (p95: number) => boolean): BenchRow[] {
  const p95 = percentile(samples, 0.95);
  return [
    { figure: `${figure}, p50 of ${samples.length}`, value: percentile(samples, 0.5), unit },
    { figure: `${figure}, p95`, value: p95, unit, gate, ok: isGood(p95) },
  ];
}
