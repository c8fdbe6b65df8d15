import type { Deck } from '../../../protocol/live/decks.ts';
import type { DeckId, ParticipantId } from '../../../protocol/live/ids.ts';
import { wholePage } from '../../../protocol/live/stage.ts';
import type { Stage, View } from '../../../protocol/live/stage.ts';

/** follow: the presenter's page and view; alone: the viewer's own, of one deck. */
export type Look =
  | { readonly kind: 'follow' }
  | { readonly kind: 'alone'; readonly deck: DeckId; readonly page: number; readonly view: View };

export const follow: Look = { kind: 'follow' };

/** What the presenter has asked for and the server has not told everyone yet. */
export interface Asked {
  readonly page?: number;
  readonly view?: View;
}

/** What this screen shows. */
export interface Shown {
  readonly page: number;
  readonly view: View;
  readonly alone: boolean;
}

/** The viewer's look as it holds for this stage: browsing ends with the deck, and for whoever presents. */
export function lookFor(look: Look, stage: Stage, you: ParticipantId): Look {
  return look.kind === 'alone' && look.deck === stage.deck && stage.presenter !== you ? look : follow;
}

/** The page and view to show. A presenter's own wish is shown before the server's answer. */
export function shownOf(look: Look, stage: Stage, you: ParticipantId, asked: Asked): Shown {
  const holds = lookFor(look, stage, you);
  if (holds.kind === 'alone') return { page: holds.page, view: holds.view, alone: true };
  if (stage.presenter !== you) return { page: stage.page, view: stage.view, alone: false };
  const page = asked.page ?? stage.page;
  return { page, view: asked.view ?? (page === stage.page ? stage.view : wholePage), alone: false };
}

/** The viewer turns to a page without the others; to the presenter's page means to come back. */
export function turnAlone(look: Look, stage: Stage, deck: Deck, page: number): Look {
  const to = onePage(deck, page);
  if (look.kind === 'follow' && to === stage.page) return look;
  return { kind: 'alone', deck: deck.id, page: to, view: wholePage };
}

/** The viewer zooms without the others. */
export function zoomAlone(look: Look, stage: Stage, deck: Deck, view: View): Look {
  const page = look.kind === 'alone' && look.deck === deck.id ? look.page : stage.page;
  return { kind: 'alone', deck: deck.id, page, view };
}

/** A page that the deck has, as near as can be to the one that was meant. */
export function onePage(deck: Deck, page: number): number {
  return Math.min(deck.pages, Math.max(1, Math.round(page)));
}

/** What was typed into the page's field; undefined when it is no page of the deck. */
export function typedPage(deck: Deck, text: string): number | undefined {
  const digits = text.normalize('NFKC').trim();
  if (!/^\d{1,4}$/.test(digits)) return undefined;
  const page = Number(digits);
  return page >= 1 && page <= deck.pages ? page : undefined;
}
