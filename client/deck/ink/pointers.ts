import type { DeckId, ParticipantId } from '../../../protocol/live/ids.ts';
import type { SignalPayload } from '../../../protocol/table.ts';

/** Where somebody points, in fractions of a page or a picture. */
export interface Pointed {
  readonly who: ParticipantId;
  readonly x: number;
  readonly y: number;
  /** When it came, ms. */
  readonly at: number;
  /** It has not moved for a while and is about to go. */
  readonly fading: boolean;
}

/** The same on a page. */
export interface Pointing extends Pointed {
  readonly deck: DeckId;
  readonly page: number;
}

/** Whoever points on purpose moves: a pointer that stays still fades, and then goes. */
const FADES_AFTER_MS = 1_500;
const GOES_AFTER_MS = 2_500;

/** The pointers after a signal. */
export function pointed(all: readonly Pointing[], who: ParticipantId, payload: SignalPayload<'pointer.moved'>, at: number): readonly Pointing[] {
  const others = all.filter((one) => one.who !== who);
  return 'hidden' in payload ? others : [...others, { who, ...payload, at, fading: false }];
}

/** The pointers as time goes by. */
export function aged<P extends Pointed>(all: readonly P[], now: number): readonly P[] {
  return all.filter((one) => now - one.at < GOES_AFTER_MS)
    .map((one) => one.fading || now - one.at < FADES_AFTER_MS ? one : { ...one, fading: true });
}

/** How long until the next of them fades or goes, ms; undefined when there is none. */
export function nextChange(all: readonly Pointed[], now: number): number | undefined {
  if (all.length === 0) return undefined;
  return Math.max(0, Math.min(...all.map((one) => one.at + (one.fading ? GOES_AFTER_MS : FADES_AFTER_MS))) - now);
}
