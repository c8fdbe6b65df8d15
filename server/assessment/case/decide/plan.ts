import type { planCommands } from '../../../../protocol/assessment/case/commands/plan.ts';
import { joint } from '../../../../protocol/assessment/case/project.ts';
import { limits } from '../../../../protocol/limits.ts';
import { decided, nothing, refused } from '../../../live/decide/decision.ts';
import type { Decisions } from '../../../live/decide/decision.ts';
import { isExpected } from '../stages.ts';

export const decidePlan: Decisions<keyof typeof planCommands> = {
  'case.programme': ({ case: { plan } }, actor, { programme, name, about }, { id }) => {
    const before = programme === undefined ? undefined : plan.programmes[programme];
    if (programme !== undefined && !before) return refused('case.absent', 'programme');
    if (before && before.administration !== actor.administration) return refused('case.foreign', 'programme');
    if (!before && Object.keys(plan.programmes).length >= limits.programmesPerCase) return refused('case.limit', 'programme');
    return decided({ type: 'case.programmeSet', data: { id: programme ?? id, administration: actor.administration, name, about }, audience: joint });
  },

  'case.removeProgramme': (state, actor, { programme }) => {
    const { plan, comparisons } = state.case;
    const before = plan.programmes[programme];
    if (!before) return refused('case.absent', 'programme');
    if (before.administration !== actor.administration) return refused('case.foreign', 'programme');
    if (Object.values(comparisons).some(({ left, right }) => left === programme || right === programme)) return refused('case.inUse', 'programme');
    return decided({ type: 'case.programmeRemoved', data: { programme }, audience: joint });
  },

  'case.stage': (_state, _actor, { stage, state, from, to }) => {
    if (from !== undefined && to !== undefined && to < from) return refused('time.order', 'to');
    const days = { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
    return decided({ type: 'case.staged', data: { stage, state, ...days }, audience: joint });
  },

  'case.waive': (state, _actor, { document, waived }) => {
    if (!isExpected(document)) return refused('case.absent', 'document');
    return state.case.plan.waived.includes(document) === waived ? nothing : decided({ type: 'case.waived', data: { document, waived }, audience: joint });
  },

  'case.date': (_state, _actor, { signedOn, effectiveOn }) => signedOn !== null && effectiveOn !== null && effectiveOn < signedOn
    ? refused('time.order', 'effectiveOn')
    : decided({ type: 'case.dated', data: { signedOn, effectiveOn }, audience: joint }),
};
