import { attendeeOf } from '../live/attendance.ts';
import type { Attendee } from '../live/attendance.ts';
import { gathered } from '../live/gathered.ts';
import type { Gathered } from '../live/gathered.ts';
import type { SessionState } from '../live/state.ts';
import type { Released, Withheld } from './evidence.ts';
import type { CriterionId } from './ids.ts';
import type { Inspection } from './inspections.ts';
import type { Finding, Note, Question } from './notebook.ts';
import { agendaOf } from './plan.ts';
import type { Operator, Premises, Slot, VisitStage, Zone } from './plan.ts';
import type { ExpectedDocument, OwnCriterion, Rehearsal } from './scope.ts';

/** What a report says that nobody writes: a function of the session's state, and so of its log. */
export interface ReportFacts extends Gathered {
  readonly stage: VisitStage;
  readonly operator: Operator;
  readonly premises: Premises;
  readonly zones: readonly Zone[];
  readonly agenda: readonly Slot[];
  readonly criteria: readonly CriterionId[];
  readonly ownCriteria: readonly OwnCriterion[];
  readonly documents: readonly ExpectedDocument[];
  readonly rehearsals: readonly Rehearsal[];
  readonly attendance: readonly Attendee[];
  /** Released items alone; what was withheld is named with its reason. */
  readonly evidence: readonly Released[];
  readonly withheld: readonly Withheld[];
  readonly inspections: readonly Inspection[];
  readonly findings: readonly Finding[];
  /** Shared notes alone. */
  readonly notes: readonly Note[];
  readonly questions: readonly Question[];
}

/** Gathers the facts of a visit as things stand; `now` in ms. Holds nothing that an observer may not see. */
export function gatherFacts(state: SessionState, now: number): ReportFacts {
  const { observation } = state;
  const { plan, scope, evidence, notebook } = observation;
  return {
    ...gathered(state, now), stage: plan.stage,
    operator: plan.operator, premises: plan.premises, zones: Object.values(plan.zones), agenda: agendaOf(plan),
    criteria: scope.criteria, ownCriteria: Object.values(scope.own), documents: Object.values(scope.documents), rehearsals: Object.values(scope.rehearsals),
    attendance: Object.values(state.participants).toSorted((a, b) => a.order - b.order).flatMap((one) => attendeeOf(state, one.id, now) ?? []),
    evidence: byMoment(Object.values(evidence.released), (one) => one.capturedAt), withheld: byMoment(Object.values(evidence.withheld), (one) => one.capturedAt),
    inspections: byMoment(Object.values(observation.inspections), (one) => one.at),
    findings: byMoment(Object.values(notebook.findings), (one) => one.moment),
    notes: byMoment(Object.values(notebook.notes).filter((one) => one.shared), (one) => one.moment),
    questions: byMoment(Object.values(notebook.questions), (one) => one.at),
  };
}

function byMoment<T extends { readonly id: string }>(all: readonly T[], moment: (one: T) => number): readonly T[] {
  return all.toSorted((a, b) => moment(a) - moment(b) || (a.id < b.id ? -1 : 1));
}

/** What was shown for a criterion: what was captured for it, and what a finding on it rests on. */
export function shownFor({ evidence, findings }: Pick<ReportFacts, 'evidence' | 'findings'>, criterion: CriterionId): readonly Released[] {
  const cited = new Set(findings.filter((one) => one.criterion === criterion).flatMap((one) => one.evidence));
  return evidence.filter((one) => one.criterion === criterion || cited.has(one.id));
}
