import { limits } from '../../protocol/limits.ts';
import type { DeckVersion } from '../../protocol/live/decks.ts';
import type { DeckId } from '../../protocol/live/ids.ts';
import type { SessionState } from '../../protocol/live/state.ts';
import { decided, nothing, refused } from '../live/decide/decision.ts';
import type { Decision } from '../live/decide/decision.ts';

export interface CheckedVersion {
  readonly version: DeckVersion;
  readonly pages: number;
}

/** A deck with its first language version. Refused: deck.limit. */
export function decideDeck(state: SessionState, id: DeckId, title: string, { version, pages }: CheckedVersion): Decision {
  if (Object.keys(state.decks).length >= limits.decksPerSession) return refused('deck.limit');
  return decided({ type: 'deck.attached', data: { id, title, pages, version } });
}

/**
 * Another language version, or a new file for a language that the deck has. Refused: deck.absent, deck.limit,
 * deck.pagesDiffer with both counts, the new file's first ("142/143").
 */
export function decideVersion(state: SessionState, id: DeckId, { version, pages }: CheckedVersion): Decision {
  const deck = Object.hasOwn(state.decks, id) ? state.decks[id] : undefined;
  if (!deck) return refused('deck.absent');
  const present = deck.versions.find((one) => one.language === version.language);
  if (!present && deck.versions.length >= limits.deckVersions) return refused('deck.limit');
  if (pages !== deck.pages) return refused('deck.pagesDiffer', `${pages}/${deck.pages}`);
  return present?.file === version.file ? nothing : decided({ type: 'deck.versionAdded', data: { deck: id, version } });
}
