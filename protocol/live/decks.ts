import type { SessionEvent } from './event.ts';
import type { DeckId } from './ids.ts';

/** One language version of a deck; `file` is the SHA-256 of the PDF. */
export interface DeckVersion {
  readonly language: string;
  readonly file: string;
  readonly bytes: number;
}

/** All versions of a deck have the same number of pages. */
export interface Deck {
  readonly id: DeckId;
  readonly title: string;
  readonly pages: number;
  readonly versions: readonly DeckVersion[];
}

export type Decks = Readonly<Record<DeckId, Deck>>;

export interface DeckEvents {
  'deck.attached': { id: DeckId; title: string; pages: number; version: DeckVersion };
  'deck.versionAdded': { deck: DeckId; version: DeckVersion };
  'deck.versionRemoved': { deck: DeckId; language: string };
  'deck.detached': { deck: DeckId };
}

export function reduceDecks(decks: Decks, event: SessionEvent): Decks {
  switch (event.type) {
    case 'deck.attached': {
      const { id, title, pages, version } = event.data;
      return { ...decks, [id]: { id, title, pages, versions: [version] } };
    }
    case 'deck.versionAdded': {
      const deck = decks[event.data.deck];
      if (!deck) return decks;
      const others = deck.versions.filter((version) => version.language !== event.data.version.language);
      return { ...decks, [deck.id]: { ...deck, versions: [...others, event.data.version] } };
    }
    case 'deck.versionRemoved': {
      const deck = decks[event.data.deck];
      if (!deck) return decks;
      return { ...decks, [deck.id]: { ...deck, versions: deck.versions.filter((version) => version.language !== event.data.language) } };
    }
    case 'deck.detached': {
      const { [event.data.deck]: _gone, ...rest } = decks;
      return rest;
    }
    default: return decks;
  }
}

/** The version a viewer gets: their language, then the same base language, then English, then the first. */
export function versionFor(deck: Deck, language: string): DeckVersion | undefined {
  const base = (tag: string): string => tag.split('-')[0]!.toLowerCase();
  return deck.versions.find((version) => version.language === language)
    ?? deck.versions.find((version) => base(version.language) === base(language))
    ?? deck.versions.find((version) => base(version.language) === 'en')
    ?? deck.versions[0];
}
