import { holds } from '../live/audience.ts';
import type { Participant } from '../live/participants.ts';
import type { SessionState } from '../live/state.ts';

/** What a visit waits for from one person of its operator. */
export interface Awaited {
  /** Zones that may be captured as far as the plan goes, of which nobody has said anything yet. */
  readonly zones: number;
  /** They have not said yet whether they may be seen. */
  readonly own: boolean;
  /** They give it in the visit's file; else they are asked in the room, which is open. */
  readonly inFile: boolean;
}

/**
 * The consents that wait for somebody's word, until the session has ended; nothing where none does, or where there is no place yet in which
 * it could be given. Zones wait for who speaks for the operator, though the hosts may write down what they were told.
 */
export function awaitedConsents(state: SessionState, one: Participant): Awaited | undefined {
  const { session: { phase }, observation: { plan, consents } } = state;
  if (phase === 'ended' || one.presence === 'removed' || one.presence === 'banned') return undefined;
  const inFile = holds(state, one, 'visit.see');
  if (!inFile && phase === 'scheduled') return undefined;
  const speaks = holds(state, one, 'consent.manage') && holds(state, one, 'evidence.release');
  const zones = speaks ? Object.values(plan.zones).filter((zone) => !zone.noRecord && consents.zones[zone.id] === undefined).length : 0;
  const own = holds(state, one, 'consent.own') && !Object.values(consents.persons).some((each) => each.participant === one.id);
  return zones > 0 || own ? { zones, own, inFile } : undefined;
}
