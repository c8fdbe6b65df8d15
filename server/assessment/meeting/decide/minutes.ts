import type { minutesCommands } from '../../../../protocol/assessment/meeting/commands/minutes.ts';
import { latest, noTexts } from '../../../../protocol/assessment/meeting/minutes.ts';
import { gatherFacts } from '../../../../protocol/assessment/meeting/minutesFacts.ts';
import { ledDelegations } from '../../../../protocol/live/delegations.ts';
import { limits } from '../../../../protocol/limits.ts';
import { decided, nothing, refused } from '../../../live/decide/decision.ts';
import type { Decisions } from '../../../live/decide/decision.ts';

export const decideMinutes: Decisions<keyof typeof minutesCommands> = {
  'minutes.draft': (state, _actor, _payload, { now }) => {
    const newest = latest(state.assessment.minutes);
    const number = (newest?.number ?? 0) + 1;
    if (number > limits.reportVersions) return refused('meeting.limit', 'minutes');
    return decided({ type: 'minutes.drafted', data: { number, facts: gatherFacts(state, now), texts: newest?.texts ?? noTexts, asks: ledDelegations(state) } });
  },

  'minutes.edit': (state, _actor, { base, texts }) => {
    const { minutes, agenda } = state.assessment;
    const newest = latest(minutes);
    if (!newest) return refused('minutes.absent');
    if (newest.number !== base) return refused('minutes.stale');
    if (newest.number >= limits.reportVersions) return refused('meeting.limit', 'minutes');
    const told = minutes.facts[newest.factsOf];
    const unknown = Object.keys(texts.items ?? {}).find((one) => !agenda.items[one] && !told?.items.some((item) => item.id === one) && newest.texts.items[one] === undefined);
    if (unknown !== undefined) return refused('meeting.absent', 'item');
    const after = {
      opening: texts.opening ?? newest.texts.opening, closing: texts.closing ?? newest.texts.closing, items: { ...newest.texts.items, ...texts.items },
    };
    return decided({ type: 'minutes.edited', data: { number: base + 1, factsOf: newest.factsOf, texts: after, asks: ledDelegations(state) } });
  },

  'minutes.confirm': (state, actor, { number }) => {
    const newest = latest(state.assessment.minutes);
    if (!newest) return refused('minutes.absent');
    if (newest.number !== number) return refused('minutes.stale');
    const { administration } = actor;
    if (!newest.asks.includes(administration)) return refused('delegation.notAsked');
    return newest.confirmed[administration] ? nothing : decided({ type: 'minutes.confirmed', data: { number, administration } });
  },
};
