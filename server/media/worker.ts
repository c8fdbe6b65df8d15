import { accessSync, constants } from 'node:fs';
import { createWorker, workerBin } from 'mediasoup';
import type { TransportListenInfo, WebRtcServer, Worker } from 'mediasoup/types';

/** Media cannot start; the message says what to do. */
export class MediaStartError extends Error {
  override readonly name = 'MediaStartError';
}

/** Where the worker's program is expected. Throws a MediaStartError when it is not there. */
export function workerProgram(setting: string | undefined): string {
  const path = setting ?? workerBin;
  try {
    accessSync(path, constants.X_OK);
    return path;
  } catch (cause) {
    throw new MediaStartError(
      `There is no media worker that can be run at ${path}. Run "npm start": it downloads or builds the worker. `
      + 'MEDIASOUP_WORKER_BIN names another place.', { cause });
  }
}

/** One mediasoup process with its one server socket, UDP and TCP. */
export class MediaWorker {
  /** Its place in the pool; with it goes the port. */
  readonly index: number;
  readonly worker: Worker;
  readonly server: WebRtcServer;
  /** Peers that live on it. */
  peers = 0;
  /** Sessions that live on it. */
  sessions = 0;

  private constructor(index: number, worker: Worker, server: WebRtcServer) {
    this.index = index;
    this.worker = worker;
    this.server = server;
  }

  /** `patienceMs`: how long to wait for ports that a process which has just died may still hold. */
  static async start(index: number, program: string, listenInfos: TransportListenInfo[], patienceMs: number): Promise<MediaWorker> {
    const worker = await createWorker({ workerBin: program, logLevel: 'warn' });
    try {
      return new MediaWorker(index, worker, await listen(worker, listenInfos, patienceMs));
    } catch (error) {
      worker.close();
      throw error;
    }
  }

  get pid(): number {
    return this.worker.pid;
  }

  get alive(): boolean {
    return !this.worker.closed;
  }

  close(): Promise<void> {
    if (this.worker.subprocessClosed) return Promise.resolve();
    const closed = new Promise<void>((resolve) => this.worker.once('subprocessclose', resolve));
    this.worker.close();
    return closed;
  }
}

async function listen(worker: Worker, listenInfos: TransportListenInfo[], patienceMs: number): Promise<WebRtcServer> {
  const until = Date.now() + patienceMs;
  for (;;) {
    try {
      return await worker.createWebRtcServer({ listenInfos });
    } catch (error) {
      if (worker.closed || Date.now() >= until) throw new MediaStartError(unreachable(listenInfos, error), { cause: error });
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}

function unreachable(listenInfos: TransportListenInfo[], error: unknown): string {
  const places = listenInfos.map(({ protocol, ip, port }) => `${protocol} ${ip}:${port ?? 'any'}`).join(', ');
  return `Media cannot listen on ${places} (${error instanceof Error ? error.message : String(error)}). `
    + 'Choose another MEDIA_PORT, or stop the program that uses it; MEDIA_ADDRESS names the address that clients reach.';
}
