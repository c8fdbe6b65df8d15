import type { Transport } from 'mediasoup-client/types';
import { lossBetween, sampleLine } from './line.ts';
import type { LineCounters, LineSample } from './line.ts';
import type { LineFigures } from './quality.ts';

const EVERY_MS = 2_000;

/** Looks at the line now and then, as long as there is one. */
export class LineMonitor {
  readonly #transports: () => readonly Transport[];
  readonly #told: (sample: LineSample, losses: Pick<LineFigures, 'lossUp' | 'lossDown'>) => void;
  readonly #timer: ReturnType<typeof setInterval>;
  #before: LineCounters | undefined;

  constructor(transports: () => readonly Transport[], told: (sample: LineSample, losses: Pick<LineFigures, 'lossUp' | 'lossDown'>) => void) {
    this.#transports = transports;
    this.#told = told;
    this.#timer = setInterval(() => void this.look(), EVERY_MS);
  }

  async look(): Promise<void> {
    const transports = this.#transports();
    if (transports.length === 0) {
      this.#before = undefined;
      return;
    }
    const sample = await sampleLine(transports);
    const losses = lossBetween(this.#before ?? sample.counters, sample.counters);
    this.#before = sample.counters;
    this.#told(sample, losses);
  }

  close(): void {
    clearInterval(this.#timer);
  }
}
