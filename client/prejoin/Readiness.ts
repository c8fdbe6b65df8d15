import { holds } from '../../protocol/live/audience.ts';
import type { ReadinessReport } from '../../protocol/live/readiness.ts';
import type { LiveClient } from '../live/client.ts';
import type { ConnectionReport } from '../media/connectionTest.ts';
import type { MediaEngine } from '../media/engine.ts';
import type { LocalSource, MediaSnapshot } from '../media/model.ts';
import { Cell } from '../room/live/cell.ts';

export interface ReadinessState {
  readonly connection:
    | { readonly step: 'waiting' }
    | { readonly step: 'testing'; readonly share: number }
    | { readonly step: 'done'; readonly report: ConnectionReport };
  readonly speaker: ReadinessReport['speaker'];
}

/** The test before joining. What it finds is told to the hosts as soon as it is known, and again when it changes. */
export class Readiness {
  readonly cell = new Cell<ReadinessState>({ connection: { step: 'waiting' }, speaker: 'untested' });
  readonly #live: LiveClient;
  readonly #media: MediaEngine;
  readonly #ends: readonly (() => void)[];
  #test: AbortController | undefined;
  #told = '';

  constructor(live: LiveClient, media: MediaEngine) {
    this.#live = live;
    this.#media = media;
    this.#ends = [media.subscribe(() => this.#tell()), this.cell.subscribe(() => this.#tell())];
  }

  /** Tries the line; a test that is under way begins anew. */
  async testConnection(): Promise<void> {
    this.#test?.abort();
    const test = new AbortController();
    this.#test = test;
    const show = (connection: ReadinessState['connection']): void => this.cell.change((before) => ({ ...before, connection }));
    show({ step: 'testing', share: 0 });
    try {
      // Not needed to go in, so it comes when it is.
      const { runConnectionTest } = await import('../media/connectionTest.ts');
      const report = await runConnectionTest(this.#live, { signal: test.signal, onProgress: (share) => show({ step: 'testing', share }) });
      if (!test.signal.aborted) show({ step: 'done', report });
    } catch {
      // Stopped: somebody goes in, or the page is left.
      if (this.#test === test) show({ step: 'waiting' });
    }
  }

  heard(speaker: ReadinessReport['speaker']): void {
    this.cell.change((before) => ({ ...before, speaker }));
  }

  close(): void {
    this.#test?.abort();
    for (const end of this.#ends) end();
  }

  #tell(): void {
    const { connection, speaker } = this.cell.get();
    const state = this.#live.state();
    const me = state?.participants[this.#live.you];
    if (connection.step !== 'done' || !state || !me || !holds(state, me, 'session.attend')) return;
    const report: ReadinessReport = { ...connection.report, ...devicesIn(this.#media.getSnapshot()), speaker };
    const told = JSON.stringify(report);
    if (told === this.#told) return;
    this.#told = told;
    void this.#live.command('readiness.report', report);
  }
}

/** Camera and microphone as the hosts see them. Switched off by choice is no fault: what counts is that there is one. */
export function devicesIn({ local, devices, silentMicrophone }: Pick<MediaSnapshot, 'local' | 'devices' | 'silentMicrophone'>): Pick<ReadinessReport, 'camera' | 'microphone'> {
  const there = (source: LocalSource, available: readonly unknown[]): 'ok' | 'none' | 'blocked' => {
    if (source.state === 'blocked') return source.reason === 'none' ? 'none' : 'blocked';
    return source.state !== 'off' || available.length > 0 ? 'ok' : 'none';
  };
  const microphone = there(local.microphone, devices.microphone.available);
  return { camera: there(local.camera, devices.camera.available), microphone: microphone === 'ok' && silentMicrophone ? 'silent' : microphone };
}
