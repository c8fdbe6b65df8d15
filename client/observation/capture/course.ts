import type { Part } from '../../../protocol/observation/evidence.ts';
import { bytesOf, partsOf } from './item.ts';
import type { Kept, Queued, QueueState } from './item.ts';

/** One item on its way, as this page knows it beside what is written on the device. */
export class Course {
  kept: Kept;
  /** Bytes of each part that have arrived; absent: the server has not been asked yet. */
  readonly received: Partial<Record<Part, number>> = {};
  readonly stored = new Set<Part>();
  /** Share of the part that is on the wire. */
  onTheWire = 0;
  isSending = false;
  /** Another page of this browser is at it, until then (ms). */
  elsewhereUntil = 0;
  /** How often its bytes were begun again because they arrived otherwise. */
  restarts = 0;

  constructor(kept: Kept) {
    this.kept = kept;
  }

  get isActive(): boolean {
    return this.kept.stopped === undefined && this.kept.refused === undefined;
  }

  /** The part whose bytes are to be sent next; undefined: the server has them all. */
  get part(): Part | undefined {
    return partsOf(this.kept.pictured).find((part) => !this.stored.has(part));
  }

  /** What everybody waits for: that it is known, and its small picture. */
  get isUrgent(): boolean {
    return !this.kept.registered || this.part === 'thumbnail';
  }

  total(part: Part): number {
    return this.kept.pictured[part]?.bytes ?? 0;
  }

  /** What the server said is forgotten: it is asked again. */
  ask(part: Part): void {
    delete this.received[part];
    this.onTheWire = 0;
  }

  view(): Queued {
    const { id, evidence, keptAt, capture, stopped, refused, pictured } = this.kept;
    const code = refused ?? stopped;
    const state: QueueState = refused ? 'refused' : stopped ? 'stopped' : this.isSending ? 'sending' : 'waiting';
    const arrived = partsOf(pictured).reduce((sum, part) => sum + (this.stored.has(part) ? this.total(part) : this.received[part] ?? 0), 0);
    return {
      id, evidence, keptAt, state, kind: capture?.kind ?? 'version', share: Math.min(1, (arrived + this.onTheWire) / bytesOf(pictured)),
      ...(capture?.zone === undefined ? {} : { zone: capture.zone }), ...(code === undefined ? {} : { code }),
    };
  }
}
