import { attendeeOf } from '../../live/attendance.ts';
import type { Attendee } from '../../live/attendance.ts';
import { delegationsOf } from '../../live/delegations.ts';
import { gathered } from '../../live/gathered.ts';
import type { Gathered } from '../../live/gathered.ts';
import type { AdministrationId } from '../../live/ids.ts';
import type { Participant } from '../../live/participants.ts';
import type { SessionState } from '../../live/state.ts';
import { inOrder } from './agenda.ts';
import type { AgendaItem, Passage, Shown } from './agenda.ts';
import type { Outcome } from './outcomes.ts';
import { outcomesOf } from './outcomes.ts';
import type { Position } from './positions.ts';

interface AttendingDelegation {
  readonly administration: AdministrationId;
  readonly name: string;
  readonly country: string;
  readonly attendees: readonly Attendee[];
  /** How long it had the floor. */
  readonly spokenMs: number;
}

/** What minutes say that nobody writes: a function of the session's state, and so of its log. */
export interface MinutesFacts extends Gathered {
  readonly delegations: readonly AttendingDelegation[];
  /** Those who came by a link, of no delegation. */
  readonly guests: readonly Attendee[];
  readonly items: readonly AgendaItem[];
  readonly passages: readonly Passage[];
  readonly shown: readonly Shown[];
  /** Tabled ones alone. */
  readonly positions: readonly Position[];
  readonly decisions: readonly Outcome[];
  readonly actions: readonly Outcome[];
}

/** Gathers the facts of a meeting as things stand; `now` in ms. Holds nothing that one side keeps from the other. */
export function gatherFacts(state: SessionState, now: number): MinutesFacts {
  const { participants, assessment } = state;
  const { agenda, speaking, positions, outcomes } = assessment;
  const current = speaking.current;
  const spokenMs = (id: AdministrationId): number =>
    (speaking.spokenMs[id] ?? 0) + (current?.administration === id ? Math.max(0, now - current.since) : 0);
  const attendees = (who: (one: Participant) => boolean): readonly Attendee[] => Object.values(participants)
    .filter(who).toSorted((a, b) => Number(b.role === 'headOfDelegation') - Number(a.role === 'headOfDelegation') || a.order - b.order)
    .flatMap((one) => attendeeOf(state, one.id, now) ?? []);
  // Who was sent away has been there all the same.
  const present = new Set(Object.values(participants).filter((one) => one.person !== undefined).map((one) => one.administration));
  const known = delegationsOf(state);
  const order = [...new Set([...known.map((one) => one.id), ...present])];
  return {
    ...gathered(state, now),
    delegations: order.map((id) => {
      const { administrationName: name, country } = Object.values(participants).find((one) => one.administration === id)!;
      return { administration: id, name, country, attendees: attendees((one) => one.administration === id && one.person !== undefined), spokenMs: spokenMs(id) };
    }),
    guests: attendees((one) => one.person === undefined),
    items: inOrder(agenda), passages: agenda.passages, shown: agenda.shown,
    positions: Object.values(positions).filter((one) => one.tabled).toSorted((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1)),
    decisions: outcomesOf(outcomes, 'decision'), actions: outcomesOf(outcomes, 'action'),
  };
}
