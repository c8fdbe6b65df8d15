import type { comparisonCommands } from '../../../../protocol/assessment/case/commands/comparison.ts';
import { rowOf } from '../../../../protocol/assessment/case/comparison.ts';
import type { Comparison } from '../../../../protocol/assessment/case/comparison.ts';
import { joint } from '../../../../protocol/assessment/case/project.ts';
import { limits } from '../../../../protocol/limits.ts';
import type { AdministrationId } from '../../../../protocol/live/ids.ts';
import type { Participant } from '../../../../protocol/live/participants.ts';
import type { SessionState } from '../../../../protocol/live/state.ts';
import { decided, nothing, refused } from '../../../live/decide/decision.ts';
import type { Decision, Decisions } from '../../../live/decide/decision.ts';

export const decideComparison: Decisions<keyof typeof comparisonCommands> = {
  'matrix.begin': (state, _actor, { left, right }, { id }) => {
    const { plan: { programmes }, comparisons } = state.case;
    const one = programmes[left];
    const other = programmes[right];
    if (!one || !other) return refused('case.absent', 'programme');
    if (one.administration === other.administration) return refused('case.foreign', 'programme');
    const all = Object.values(comparisons);
    if (all.some((each) => [each.left, each.right].includes(left) && [each.left, each.right].includes(right))) return refused('case.inUse', 'programme');
    return all.length < limits.comparisonsPerCase ? decided({ type: 'matrix.begun', data: { id, left, right }, audience: joint }) : refused('case.limit', 'comparison');
  },

  'matrix.write': (state, actor, { comparison, criterion, field, text, base }) => ofOwn(state, actor, comparison, (one) => {
    const before = rowOf(one, criterion).cells[actor.administration]?.[field];
    if ((before?.revision ?? 0) !== base) return refused('matrix.stale');
    if ((before?.text ?? '') === text) return nothing;
    return decided({ type: 'matrix.written', data: { comparison, criterion, field, side: actor.administration, text }, audience: joint });
  }),

  'matrix.rate': (state, actor, { comparison, criterion, status, base }) => ofOwn(state, actor, comparison, (one) => {
    const row = rowOf(one, criterion);
    if (row.status === status) return nothing;
    return row.revision === base ? decided({ type: 'matrix.rated', data: { comparison, criterion, status }, audience: joint }) : refused('matrix.stale');
  }),

  'matrix.agree': (state, actor, { comparison, criterion, agreed, base }) => ofOwn(state, actor, comparison, (one) => {
    const row = rowOf(one, criterion);
    const side = actor.administration;
    if ((row.agreed[side] !== undefined) === agreed) return nothing;
    if (row.revision !== base) return refused('matrix.stale');
    if (agreed && row.status === 'notExamined') return refused('matrix.notExamined');
    return decided({ type: 'matrix.agreed', data: { comparison, criterion, side, agreed }, audience: joint });
  }),

  'matrix.focus': (state, _actor, { comparison, criterion }) => {
    const one = comparisonOf(state, comparison);
    if (!one) return refused('case.absent', 'comparison');
    return (one.focus?.criterion ?? null) === criterion ? nothing : decided({ type: 'matrix.focused', data: { comparison, criterion }, audience: joint });
  },
};

/** The administrations whose programmes are compared: the left one first. */
export function sidesOf({ case: { plan } }: Pick<SessionState, 'case'>, { left, right }: Pick<Comparison, 'left' | 'right'>): readonly AdministrationId[] {
  return [left, right].flatMap((programme) => plan.programmes[programme]?.administration ?? []);
}

function ofOwn(state: SessionState, actor: Participant, id: string, then: (one: Comparison) => Decision): Decision {
  const one = comparisonOf(state, id);
  if (!one) return refused('case.absent', 'comparison');
  return sidesOf(state, one).includes(actor.administration) ? then(one) : refused('case.foreign', 'comparison');
}

function comparisonOf(state: SessionState, id: string): Comparison | undefined {
  return state.case.comparisons[id];
}
