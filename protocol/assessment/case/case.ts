import type { SessionEvent } from '../../live/event.ts';
import { reduceComparisons } from './comparison.ts';
import type { Comparisons, ComparisonEvents } from './comparison.ts';
import { initialPapers, reducePapers } from './papers.ts';
import type { Papers, PapersEvents } from './papers.ts';
import { initialPlan, reducePlan } from './plan.ts';
import type { Plan, PlanEvents } from './plan.ts';

/** The file of a case: two or more administrations on their way to recognise each other's programmes. */
export interface CaseFile {
  readonly plan: Plan;
  readonly papers: Papers;
  readonly comparisons: Comparisons;
}

export type CaseEvents = PlanEvents & PapersEvents & ComparisonEvents;

export const initialCase: CaseFile = { plan: initialPlan, papers: initialPapers, comparisons: {} };

export function reduceCase(before: CaseFile, event: SessionEvent): CaseFile {
  return {
    plan: reducePlan(before.plan, event),
    papers: reducePapers(before.papers, event),
    comparisons: reduceComparisons(before.comparisons, event),
  };
}
