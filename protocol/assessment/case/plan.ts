import type { KindName } from '../../kinds.ts';
import type { SessionEvent } from '../../live/event.ts';
import type { AdministrationId, SessionId } from '../../live/ids.ts';
import { drop, put } from '../../live/records.ts';
import type { Records } from '../../live/records.ts';
import type { Phase } from '../../live/session.ts';
import type { Day, ExpectedId, ProgrammeId, StageId } from './ids.ts';

/** An AEO programme of one of the administrations of the case. */
export interface Programme {
  readonly id: ProgrammeId;
  readonly administration: AdministrationId;
  readonly name: string;
  /** Legal basis, categories, validity: what the other side should know before it compares. */
  readonly about: string;
}

export const stageStates = ['ahead', 'underWay', 'done', 'skipped'] as const;
export type StageState = (typeof stageStates)[number];

interface StageProgress {
  readonly state: StageState;
  /** As planned. */
  readonly from?: Day;
  readonly to?: Day;
}

/** A session that serves the case, as it was agreed when this was last told. Times in ms, `zone` the host's. */
export interface LinkedSession {
  readonly id: SessionId;
  readonly stage: StageId;
  readonly kind: KindName;
  readonly title: string;
  readonly startsAt: number;
  readonly endsAt: number;
  readonly zone: string;
  readonly phase: Phase;
}

/** Where the case stands, for both sides alike. */
export interface Plan {
  readonly programmes: Records<Programme>;
  /** A stage that is not here is ahead. */
  readonly stages: Readonly<Partial<Record<StageId, StageProgress>>>;
  /** Expected documents that this case does without. */
  readonly waived: readonly ExpectedId[];
  readonly sessions: Records<LinkedSession>;
  /** Signature is not implementation: two dates, often years apart. */
  readonly signedOn?: Day;
  readonly effectiveOn?: Day;
}

export interface PlanEvents {
  'case.programmeSet': Programme;
  'case.programmeRemoved': { programme: ProgrammeId };
  'case.staged': StageProgress & { stage: StageId };
  'case.waived': { document: ExpectedId; waived: boolean };
  'case.dated': { signedOn: Day | null; effectiveOn: Day | null };
  'case.sessionLinked': LinkedSession;
  'case.sessionUnlinked': { session: SessionId };
}

export const initialPlan: Plan = { programmes: {}, stages: {}, waived: [], sessions: {} };

export function reducePlan(plan: Plan, event: SessionEvent): Plan {
  switch (event.type) {
    case 'case.programmeSet': return { ...plan, programmes: put(plan.programmes, event.data) };
    case 'case.programmeRemoved': return { ...plan, programmes: drop(plan.programmes, event.data.programme) };
    case 'case.staged': {
      const { stage, ...progress } = event.data;
      return { ...plan, stages: { ...plan.stages, [stage]: progress } };
    }
    case 'case.waived': {
      const { document, waived } = event.data;
      const others = plan.waived.filter((one) => one !== document);
      return { ...plan, waived: waived ? [...others, document] : others };
    }
    case 'case.dated': {
      const { signedOn: _signed, effectiveOn: _effective, ...rest } = plan;
      const { signedOn, effectiveOn } = event.data;
      return { ...rest, ...(signedOn === null ? {} : { signedOn }), ...(effectiveOn === null ? {} : { effectiveOn }) };
    }
    case 'case.sessionLinked': return { ...plan, sessions: put(plan.sessions, event.data) };
    case 'case.sessionUnlinked': return { ...plan, sessions: drop(plan.sessions, event.data.session) };
    default: return plan;
  }
}

/** The stage at which the case is: the first one under way, else the first that is still ahead. */
export function currentStage(plan: Plan, stages: readonly StageId[]): StageId | undefined {
  return stages.find((one) => plan.stages[one]?.state === 'underWay') ?? stages.find((one) => (plan.stages[one]?.state ?? 'ahead') === 'ahead');
}
