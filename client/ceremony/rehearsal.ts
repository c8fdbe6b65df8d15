import type { Side } from '../../protocol/ceremony/ceremony.ts';
import type { PlaceId } from '../../protocol/ceremony/places.ts';
import type { SignalPayload } from '../../protocol/table.ts';
import { useLive } from '../live/context.tsx';
import type { LiveClient } from '../live/client.ts';
import { Cell, useCell } from '../room/live/cell.ts';

export interface Rehearsal {
  readonly on: boolean;
  readonly step?: string;
  readonly tried: readonly { readonly copy: Side; readonly place: PlaceId }[];
}

const off: Rehearsal = { on: false, tried: [] };
/** Who leads tells it anew, for those who come in meanwhile; when that stops, so does the rehearsal. */
const TELL_MS = 4_000;
const OVER_MS = 13_000;

/**
 * A rehearsal: everything as it will be, in signals alone. Nothing of it reaches the log, a copy or the server's memory; it is over when
 * who leads it ends it, leaves, or closes the page.
 */
class Rehearsals {
  readonly cell = new Cell<Rehearsal>(off);
  readonly #live: LiveClient;
  #telling: ReturnType<typeof setInterval> | undefined;
  #silence: ReturnType<typeof setTimeout> | undefined;

  constructor(live: LiveClient) {
    this.#live = live;
    live.onSignal((name, _from, payload) => {
      if (name === 'ceremony.rehearsal') this.#heard(payload as SignalPayload<'ceremony.rehearsal'>);
      if (name === 'ceremony.tried') this.#tried(payload as SignalPayload<'ceremony.tried'>);
    });
  }

  /** As who leads. */
  lead(next: Rehearsal): void {
    this.cell.set(next);
    this.#tell();
    clearInterval(this.#telling);
    this.#telling = next.on ? setInterval(() => this.#tell(), TELL_MS) : undefined;
  }

  /** As who signs: in this rehearsal, and nowhere else. */
  try(copy: Side, place: PlaceId): void {
    this.#live.signal('ceremony.tried', { copy, place });
    this.#tried({ copy, place });
  }

  #tell(): void {
    const { on, step, tried } = this.cell.get();
    this.#live.signal('ceremony.rehearsal', { on, ...(step === undefined ? {} : { step }), tried: [...tried] });
  }

  #heard(told: SignalPayload<'ceremony.rehearsal'>): void {
    clearTimeout(this.#silence);
    this.cell.set(told.on ? told : off);
    if (told.on) this.#silence = setTimeout(() => this.cell.set(off), OVER_MS);
  }

  #tried(one: SignalPayload<'ceremony.tried'>): void {
    this.cell.change((now) => !now.on || now.tried.some(({ copy, place }) => copy === one.copy && place === one.place) ? now : { ...now, tried: [...now.tried, one] });
    if (this.#telling !== undefined) this.#tell();
  }
}

const all = new WeakMap<LiveClient, Rehearsals>();

function of(live: LiveClient): Rehearsals {
  let known = all.get(live);
  if (!known) all.set(live, known = new Rehearsals(live));
  return known;
}

export function useRehearsals(): Rehearsals {
  return of(useLive());
}

export function useRehearsal(): Rehearsal {
  return useCell(useRehearsals().cell);
}
