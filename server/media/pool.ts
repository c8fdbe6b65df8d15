import type { TransportListenInfo } from 'mediasoup/types';
import type { Log } from '../log.ts';
import { Backoff } from './backoff.ts';
import { MediaWorker } from './worker.ts';

/** A process that has just been killed may hold its port for a moment. */
const PORT_PATIENCE_MS = 2_000;

export interface PoolOptions {
  readonly program: string;
  readonly size: number;
  readonly listenInfos: (index: number) => TransportListenInfo[];
  readonly log: Log;
  /** Everything that lived on this worker is gone. Its replacement is not there yet. */
  readonly died: (worker: MediaWorker) => void;
}

export interface WorkerStatus {
  /** Of the process; of the last one while there is none. */
  readonly pid: number;
  readonly alive: boolean;
  readonly sessions: number;
}

type Slot =
  | { readonly is: 'running'; readonly worker: MediaWorker }
  | { readonly is: 'starting'; readonly pid: number }
  | { readonly is: 'pausing'; readonly pid: number; readonly timer: NodeJS.Timeout };

/** Keeps one worker a slot alive, and never in a busy loop. */
export class WorkerPool {
  readonly #options: PoolOptions;
  readonly #backoffs: readonly Backoff[];
  readonly #slots: Slot[];
  readonly #starting = new Set<Promise<unknown>>();
  #closed = false;
  /** Workers that were started in place of one that died. */
  restarts = 0;

  private constructor(options: PoolOptions, workers: readonly MediaWorker[]) {
    this.#options = options;
    this.#backoffs = workers.map(() => new Backoff());
    this.#slots = workers.map((worker) => this.#running(worker));
  }

  /** Starts them all, or throws a MediaStartError and leaves none behind. */
  static async open(options: PoolOptions): Promise<WorkerPool> {
    const started = await Promise.allSettled(Array.from({ length: options.size }, (_, index) => start(options, index)));
    const workers = started.flatMap((one) => one.status === 'fulfilled' ? [one.value] : []);
    const failure = started.find((one) => one.status === 'rejected');
    if (failure) {
      await Promise.all(workers.map((worker) => worker.close()));
      throw failure.reason;
    }
    return new WorkerPool(options, workers);
  }

  /** The worker with the fewest people on it; undefined while none is alive. */
  get leastLoaded(): MediaWorker | undefined {
    return this.running.toSorted((a, b) => a.peers - b.peers || a.sessions - b.sessions)[0];
  }

  get running(): MediaWorker[] {
    return this.#slots.flatMap((slot) => slot.is === 'running' && slot.worker.alive ? [slot.worker] : []);
  }

  /** Every worker is there, or is on its way without a pause. */
  get ready(): boolean {
    return !this.#closed && this.running.length > 0 && this.#slots.every((slot) => slot.is !== 'pausing');
  }

  get status(): WorkerStatus[] {
    return this.#slots.map((slot) => slot.is === 'running'
      ? { pid: slot.worker.pid, alive: slot.worker.alive, sessions: slot.worker.sessions }
      : { pid: slot.pid, alive: false, sessions: 0 });
  }

  async close(): Promise<void> {
    this.#closed = true;
    for (const slot of this.#slots) if (slot.is === 'pausing') clearTimeout(slot.timer);
    await Promise.allSettled(this.#starting);
    await Promise.all(this.#slots.map((slot) => slot.is === 'running' ? slot.worker.close() : undefined));
  }

  #running(worker: MediaWorker): Slot {
    const since = Date.now();
    const died = (error: Error): void => {
      this.#options.log.error({ pid: worker.pid, index: worker.index, reason: error.message }, 'a media worker died');
      this.#restart(worker.index, worker.pid, Date.now() - since);
      this.#options.died(worker);
    };
    // It may have died while the others were still starting, before anybody listened.
    if (worker.worker.died) setImmediate(died, new Error('died before it was used'));
    else worker.worker.on('died', died);
    return { is: 'running', worker };
  }

  #restart(index: number, pid: number, livedMs: number): void {
    if (this.#closed) return;
    const pause = this.#backoffs[index]!.died(Date.now(), livedMs);
    if (pause === 0) return this.#start(index, pid);
    this.#options.log.error({ index, pauseMs: pause }, 'a media worker dies again and again; the next start waits');
    this.#slots[index] = { is: 'pausing', pid, timer: setTimeout(() => this.#start(index, pid), pause) };
  }

  #start(index: number, pid: number): void {
    this.#slots[index] = { is: 'starting', pid };
    const starting = start(this.#options, index).then(
      (worker) => {
        this.restarts += 1;
        this.#slots[index] = this.#running(worker);
        this.#options.log.info({ pid: worker.pid, index }, 'a media worker took the place of one that died');
      },
      (error: unknown) => {
        this.#options.log.error({ err: error, index }, 'a media worker did not start');
        this.#restart(index, pid, 0);
      },
    ).finally(() => this.#starting.delete(starting));
    this.#starting.add(starting);
  }
}

function start({ program, listenInfos }: PoolOptions, index: number): Promise<MediaWorker> {
  return MediaWorker.start(index, program, listenInfos(index), PORT_PATIENCE_MS);
}
