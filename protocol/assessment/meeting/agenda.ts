import type { SessionEvent } from '../../live/event.ts';
import { FLOOR } from '../../live/ids.ts';
import type { AdministrationId, DeckId, ParticipantId } from '../../live/ids.ts';
import { drop, put } from '../../live/records.ts';
import type { Records } from '../../live/records.ts';
import type { SessionState } from '../../live/state.ts';
import type { ItemId } from './ids.ts';

export interface AgendaItem {
  readonly id: ItemId;
  readonly title: string;
  /** What is planned for it. */
  readonly minutes: number;
  /** The delegation that introduces it. */
  readonly owner?: AdministrationId;
  /** Its documents: decks of the session. */
  readonly decks: readonly DeckId[];
}

/** An item was under way from then until then, ms; without an end it still is. */
export interface Passage {
  readonly item: ItemId;
  /** As it was called then. */
  readonly title: string;
  readonly from: number;
  readonly to?: number;
}

/** A deck was presented on the floor; at first then. */
export interface Shown {
  readonly deck: DeckId;
  readonly title: string;
  readonly by: ParticipantId;
  readonly at: number;
}

export interface Agenda {
  readonly items: Records<AgendaItem>;
  readonly order: readonly ItemId[];
  /** How the agenda went; the last one without an end is under way. */
  readonly passages: readonly Passage[];
  readonly shown: readonly Shown[];
}

export interface AgendaEvents {
  'agenda.item': AgendaItem;
  'agenda.removed': { item: ItemId };
  'agenda.ordered': { items: readonly ItemId[] };
  'agenda.begun': { item: ItemId | null; title: string };
}

export const initialAgenda: Agenda = { items: {}, order: [], passages: [], shown: [] };

export function reduceAgenda(agenda: Agenda, event: SessionEvent, before: SessionState): Agenda {
  switch (event.type) {
    case 'agenda.item': return {
      ...agenda, items: put(agenda.items, event.data), order: agenda.order.includes(event.data.id) ? agenda.order : [...agenda.order, event.data.id],
    };
    case 'agenda.removed': return { ...agenda, items: drop(agenda.items, event.data.item), order: agenda.order.filter((one) => one !== event.data.item) };
    case 'agenda.ordered': return { ...agenda, order: event.data.items };
    case 'agenda.begun': {
      const { item, title } = event.data;
      const passages = ended(agenda.passages, event.at);
      return { ...agenda, passages: item === null ? passages : [...passages, { item, title, from: event.at }] };
    }
    case 'session.ended': return { ...agenda, passages: ended(agenda.passages, event.at) };
    case 'deck.detached': {
      const { deck } = event.data;
      const items = Object.fromEntries(Object.entries(agenda.items).map(([id, item]) => [id, { ...item, decks: item.decks.filter((one) => one !== deck) }]));
      return { ...agenda, items };
    }
    case 'stage.presenting': {
      // What a delegation looks at among itself is not the meeting's.
      const deck = before.decks[event.data.deck];
      if (event.room !== FLOOR || !deck || agenda.shown.some((one) => one.deck === deck.id)) return agenda;
      return { ...agenda, shown: [...agenda.shown, { deck: deck.id, title: deck.title, by: event.data.presenter, at: event.at }] };
    }
    default: return agenda;
  }
}

export function inOrder({ items, order }: Agenda): readonly AgendaItem[] {
  return order.flatMap((id) => items[id] ?? []);
}

export function currentPassage({ passages }: Agenda): Passage | undefined {
  const last = passages.at(-1);
  return last?.to === undefined ? last : undefined;
}

function ended(passages: readonly Passage[], at: number): readonly Passage[] {
  const last = passages.at(-1);
  return last && last.to === undefined ? [...passages.slice(0, -1), { ...last, to: at }] : passages;
}
