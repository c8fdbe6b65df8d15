import type { ErrorCode } from '../../errors.ts';
import type { SessionEvent } from '../../live/event.ts';
import type { AdministrationId, ParticipantId } from '../../live/ids.ts';
import { patch, put } from '../../live/records.ts';
import type { Records } from '../../live/records.ts';
import type { ItemId, OutcomeId } from './ids.ts';

/** A decision binds both sides; an action is owed by one of them, by a date. */
export const outcomeKinds = ['decision', 'action'] as const;
export type OutcomeKind = (typeof outcomeKinds)[number];

/** What a head of delegation says to a text that was read back. */
interface Answer {
  readonly by: ParticipantId;
  readonly at: number;
  readonly agreed: boolean;
  readonly remark: string;
}

export interface OutcomeText {
  readonly text: string;
  /** Of an action: the delegation that owes it. */
  readonly owner?: AdministrationId;
  /** Of an action: until when, ms. */
  readonly due?: number;
}

/** A version is never changed: another text is another version, and it is asked about anew. */
export interface OutcomeVersion extends OutcomeText {
  /** 1, 2, 3 … */
  readonly number: number;
  readonly by: ParticipantId;
  readonly at: number;
  /** The delegations that have to agree; absent: it was not read back yet. */
  readonly asks?: readonly AdministrationId[];
  readonly answers: Readonly<Record<AdministrationId, Answer>>;
}

export interface Outcome {
  readonly id: OutcomeId;
  /** Of its kind: 1, 2, 3 … */
  readonly count: number;
  readonly kind: OutcomeKind;
  readonly item?: ItemId;
  /** The oldest first; never empty. */
  readonly versions: readonly OutcomeVersion[];
  readonly withdrawn: boolean;
}

export type Outcomes = Records<Outcome>;
export type OutcomeState = 'proposed' | 'readBack' | 'refused' | 'agreed' | 'withdrawn';

export interface OutcomeEvents {
  'outcome.proposed': OutcomeText & { id: OutcomeId; count: number; kind: OutcomeKind; item?: ItemId };
  'outcome.changed': OutcomeText & { outcome: OutcomeId; number: number; asks?: readonly AdministrationId[] };
  'outcome.readBack': { outcome: OutcomeId; number: number; asks: readonly AdministrationId[] };
  'outcome.answered': { outcome: OutcomeId; number: number; administration: AdministrationId; agreed: boolean; remark: string };
  'outcome.withdrawn': { outcome: OutcomeId };
}

export function reduceOutcomes(outcomes: Outcomes, event: SessionEvent): Outcomes {
  const made = { by: event.actor, at: event.at, answers: {} };
  switch (event.type) {
    case 'outcome.proposed': {
      const { id, count, kind, item, ...text } = event.data;
      return put(outcomes, { id, count, kind, ...(item === undefined ? {} : { item }), versions: [{ ...text, ...made, number: 1 }], withdrawn: false });
    }
    case 'outcome.changed': {
      const { outcome, ...version } = event.data;
      return patch(outcomes, outcome, (one) => ({ ...one, versions: [...one.versions, { ...version, ...made }] }));
    }
    case 'outcome.readBack': {
      const { outcome, number, asks } = event.data;
      return version(outcomes, outcome, number, (one) => ({ ...one, asks }));
    }
    case 'outcome.answered': {
      const { outcome, number, administration, agreed, remark } = event.data;
      return version(outcomes, outcome, number, (one) => ({ ...one, answers: { ...one.answers, [administration]: { by: event.actor, at: event.at, agreed, remark } } }));
    }
    case 'outcome.withdrawn': return patch(outcomes, event.data.outcome, (one) => ({ ...one, withdrawn: true }));
    default: return outcomes;
  }
}

export function newestOf(outcome: Outcome): OutcomeVersion {
  return outcome.versions.at(-1)!;
}

/** One refusal is enough; agreed is what every side that was asked has agreed to. */
export function standingOf({ asks, answers }: OutcomeVersion): Exclude<OutcomeState, 'withdrawn'> {
  if (asks === undefined) return 'proposed';
  if (asks.some((one) => answers[one]?.agreed === false)) return 'refused';
  return asks.every((one) => answers[one]?.agreed) ? 'agreed' : 'readBack';
}

export function stateOf(outcome: Outcome): OutcomeState {
  return outcome.withdrawn ? 'withdrawn' : standingOf(newestOf(outcome));
}

/** Why somebody does not withdraw one: delegation.foreign, outcome.agreed (also in a former text). `records`: they record for everybody. */
export function refusalToWithdraw({ versions }: Outcome, { administration, records }: { readonly administration: AdministrationId; readonly records: boolean }, proposer: AdministrationId | undefined): ErrorCode | undefined {
  if (proposer !== administration && !records) return 'delegation.foreign';
  return versions.some((one) => standingOf(one) === 'agreed') ? 'outcome.agreed' : undefined;
}

/** As they were proposed. */
export function outcomesOf(outcomes: Outcomes, kind: OutcomeKind): readonly Outcome[] {
  return Object.values(outcomes).filter((one) => one.kind === kind).toSorted((a, b) => a.count - b.count);
}

function version(outcomes: Outcomes, id: OutcomeId, number: number, change: (one: OutcomeVersion) => OutcomeVersion): Outcomes {
  return patch(outcomes, id, (outcome) => ({ ...outcome, versions: outcome.versions.map((one) => one.number === number ? change(one) : one) }));
}
