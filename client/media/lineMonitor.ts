import type { Transport } from 'mediasoup-client/types';
import { lossBetween, sampleLine } from './line.ts';
import type { LineSample } from './line.ts';
import type { LineFigures } from './quality.ts';

const EVERY_MS = 1_000;
/** Losses are those over so many looks; fewer would show every single packet. */
const WINDOW = 3;
/** A line that stands carries something at least this often, if only the browser's own checks. */
const STALL_MS = 4_000;

export interface LineView extends Pick<LineFigures, 'lossUp' | 'lossDown'>, Pick<LineSample, 'protocol' | 'roundTripMs'> {
  /** Nothing has come through for a while; browsers themselves notice it a few seconds later. */
  readonly stalled: boolean;
}

/** Looks at the line once a second, as long as there is one. */
export class LineMonitor {
  readonly #transports: () => readonly Transport[];
  readonly #told: (view: LineView) => void;
  readonly #timer: ReturnType<typeof setInterval>;
  #samples: LineSample[] = [];
  #aliveAt = 0;

  constructor(transports: () => readonly Transport[], told: (view: LineView) => void) {
    this.#transports = transports;
    this.#told = told;
    this.#timer = setInterval(() => void this.look(), EVERY_MS);
  }

  async look(): Promise<void> {
    const transports = this.#transports();
    const sample = transports.length === 0 ? undefined : await sampleLine(transports);
    if (!sample || transports[0] !== this.#transports()[0]) {
      this.#samples = [];
      return;
    }
    const now = performance.now();
    if (sample.bytesDown !== this.#samples.at(-1)?.bytesDown) this.#aliveAt = now;
    this.#samples = [...this.#samples, sample].slice(-WINDOW - 1);
    this.#told({
      ...lossBetween(this.#samples[0]!.counters, sample.counters), protocol: sample.protocol, roundTripMs: sample.roundTripMs,
      stalled: sample.bytesDown > 0 && now - this.#aliveAt >= STALL_MS,
    });
  }

  close(): void {
    clearInterval(this.#timer);
  }
}
