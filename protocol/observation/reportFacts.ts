import { attendeeOf } from '../live/attendance.ts';
import type { Attendee } from '../live/attendance.ts';
import { gathered } from '../live/gathered.ts';
import type { Gathered } from '../live/gathered.ts';
import type { SessionState } from '../live/state.ts';
import type { ConsentRecord, ConsentState, ZoneWord } from './consents.ts';
import type { Released, Withheld } from './evidence.ts';
import type { CriterionId, ZoneId } from './ids.ts';
import type { Inspection } from './inspections.ts';
import type { Finding, Note, Question } from './notebook.ts';
import { agendaOf } from './plan.ts';
import type { Held, Operator, Premises, Slot, VisitStage, Zone } from './plan.ts';
import type { ExpectedDocument, OwnCriterion, Rehearsal } from './scope.ts';

/**
 * Consents as a report tells them. Observers read it, and they do not see who works on the premises: persons are told apart by number,
 * with neither their names nor their seats.
 */
export interface ConsentFacts {
  readonly zones: readonly ZoneWord[];
  readonly persons: readonly {
    /** 1 is who was asked first. */
    readonly number: number;
    /** Where they work; absent: anywhere on the premises. */
    readonly zone?: ZoneId;
    readonly state: ConsentState;
    readonly at: number;
    /** Said by themselves, and not written down for them. */
    readonly own: boolean;
  }[];
}

/** What a report says that nobody writes: a function of the session's state, and so of its log. */
export interface ReportFacts extends Gathered {
  readonly stage: VisitStage;
  readonly operator: Operator;
  readonly premises: Premises;
  readonly zones: readonly Zone[];
  readonly agenda: readonly Slot[];
  /** What took place of the agenda. Facts that were gathered before this was told do not have it, nor the consents. */
  readonly held?: readonly Held[];
  readonly consents?: ConsentFacts;
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
    operator: plan.operator, premises: plan.premises, zones: Object.values(plan.zones), agenda: agendaOf(plan), held: plan.held,
    consents: told(observation.consents.record),
    criteria: scope.criteria, ownCriteria: Object.values(scope.own), documents: Object.values(scope.documents), rehearsals: Object.values(scope.rehearsals),
    attendance: Object.values(state.participants).toSorted((a, b) => a.order - b.order).flatMap((one) => attendeeOf(state, one.id, now) ?? []),
    evidence: byMoment(Object.values(evidence.released), (one) => one.capturedAt), withheld: byMoment(Object.values(evidence.withheld), (one) => one.capturedAt),
    inspections: byMoment(Object.values(observation.inspections), (one) => one.at),
    findings: byMoment(Object.values(notebook.findings), (one) => one.moment),
    notes: byMoment(Object.values(notebook.notes).filter((one) => one.shared), (one) => one.moment),
    questions: byMoment(Object.values(notebook.questions), (one) => one.at),
  };
}

function told({ zones, persons }: ConsentRecord): ConsentFacts {
  const numbers = new Map([...new Set(persons.map((one) => one.consent))].map((id, index) => [id, index + 1]));
  return { zones, persons: persons.map(({ consent, zone, state, at, own }) => ({ number: numbers.get(consent)!, ...(zone === undefined ? {} : { zone }), state, at, own })) };
}

function byMoment<T extends { readonly id: string }>(all: readonly T[], moment: (one: T) => number): readonly T[] {
  return all.toSorted((a, b) => moment(a) - moment(b) || (a.id < b.id ? -1 : 1));
}

/** What was shown for a criterion: what was captured for it, and what a finding on it rests on. */
export function shownFor({ evidence, findings }: Pick<ReportFacts, 'evidence' | 'findings'>, criterion: CriterionId): readonly Released[] {
  const cited = new Set(findings.filter((one) => one.criterion === criterion).flatMap((one) => one.evidence));
  return evidence.filter((one) => one.criterion === criterion || cited.has(one.id));
}

/** A line of the agenda as it was planned and as it took place; `planned` is absent for what was taken out of the plan after it had been held. */
export interface AgendaLine {
  readonly planned?: Slot;
  readonly title: string;
  readonly times: readonly Held[];
}

/** The agenda beside what took place of it, in the order of the plan. */
export function agendaLines({ agenda, held = [] }: Pick<ReportFacts, 'agenda' | 'held'>): readonly AgendaLine[] {
  const known = new Set(agenda.map((slot) => slot.id));
  const others = Map.groupBy(held.filter((one) => !known.has(one.slot)), (one) => one.slot);
  return [
    ...agenda.map((planned) => ({ planned, title: planned.title, times: held.filter((one) => one.slot === planned.id) })),
    ...[...others.values()].map((times) => ({ title: times[0]?.title ?? '', times })),
  ];
}
