import type { agendaCommands } from '../../../../protocol/assessment/meeting/commands/agenda.ts';
import { currentPassage } from '../../../../protocol/assessment/meeting/agenda.ts';
import type { AgendaItem } from '../../../../protocol/assessment/meeting/agenda.ts';
import { delegationOf } from '../../../../protocol/live/delegations.ts';
import type { Draft } from '../../../../protocol/live/event.ts';
import type { SessionState } from '../../../../protocol/live/state.ts';
import { limits } from '../../../../protocol/limits.ts';
import { decided, nothing, refused } from '../../../live/decide/decision.ts';
import type { Decision, Decisions } from '../../../live/decide/decision.ts';

const over: Draft = { type: 'agenda.begun', data: { item: null, title: '' } };

export const decideAgenda: Decisions<keyof typeof agendaCommands> = {
  'agenda.item': (state, _actor, data, { id }) => {
    const { items } = state.assessment.agenda;
    if (!('item' in data)) {
      if (Object.keys(items).length >= limits.agendaItems) return refused('meeting.limit', 'item');
      const { title, minutes, decks, owner } = data;
      return written(state, { id, title, minutes, decks, ...(owner === undefined ? {} : { owner }) });
    }
    const known = items[data.item];
    if (!known) return refused('meeting.absent', 'item');
    const { title = known.title, minutes = known.minutes, decks = known.decks, owner = known.owner } = data;
    return written(state, { id: known.id, title, minutes, decks, ...(owner === undefined || owner === null ? {} : { owner }) });
  },

  'agenda.removeItem': ({ assessment: { agenda } }, _actor, { item }) => {
    if (!agenda.items[item]) return refused('meeting.absent', 'item');
    const removed: Draft = { type: 'agenda.removed', data: { item } };
    return currentPassage(agenda)?.item === item ? decided(over, removed) : decided(removed);
  },

  'agenda.order': ({ assessment: { agenda } }, _actor, { items }) => {
    const same = items.length === agenda.order.length && new Set(items).size === items.length && items.every((one) => agenda.items[one]);
    if (!same) return refused('meeting.absent', 'item');
    return items.every((one, index) => agenda.order[index] === one) ? nothing : decided({ type: 'agenda.ordered', data: { items } });
  },

  'agenda.begin': ({ assessment: { agenda } }, _actor, { item }) => {
    const current = currentPassage(agenda);
    if ((current?.item ?? null) === item) return nothing;
    if (item === null) return decided(over);
    const one = agenda.items[item];
    if (!one) return refused('meeting.absent', 'item');
    if (agenda.passages.length >= limits.agendaPassages) return refused('meeting.limit', 'passage');
    return decided({ type: 'agenda.begun', data: { item, title: one.title } });
  },
};

function written(state: SessionState, item: AgendaItem): Decision {
  if (item.owner !== undefined && !delegationOf(state, item.owner)) return refused('meeting.absent', 'delegation');
  const unknown = item.decks.find((one) => !state.decks[one]);
  if (unknown !== undefined) return refused('deck.absent', unknown);
  return decided({ type: 'agenda.item', data: { ...item, decks: [...new Set(item.decks)] } });
}
