import type { Question } from '../../../protocol/observation/notebook.ts';
import { agendaOf } from '../../../protocol/observation/plan.ts';
import type { Plan, Slot } from '../../../protocol/observation/plan.ts';

/** By the moment they are about, and as they were made within one second. */
export function byMoment<T extends { readonly moment: number; readonly at: number }>(all: readonly T[]): readonly T[] {
  return all.toSorted((a, b) => a.moment - b.moment || a.at - b.at);
}

export interface QuestionGroup {
  /** Absent: asked without a slot, or for one that is not in the agenda any more. */
  readonly slot?: Slot;
  readonly questions: readonly Question[];
}

/** The queue of each slot in the order of the agenda; what waits for an answer comes first, then as it was asked. */
export function questionQueue(plan: Plan, questions: readonly Question[]): readonly QuestionGroup[] {
  const waits = (one: Question): number => one.state === 'open' ? 0 : one.state === 'deferred' ? 1 : 2;
  const sorted = questions.toSorted((a, b) => waits(a) - waits(b) || a.at - b.at);
  const groups: QuestionGroup[] = agendaOf(plan).map((slot) => ({ slot, questions: sorted.filter((one) => one.slot === slot.id) }));
  const others = sorted.filter((one) => one.slot === undefined || !plan.slots[one.slot]);
  return [...groups, { questions: others }].filter((group) => group.questions.length > 0);
}
