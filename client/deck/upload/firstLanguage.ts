import type { Deck } from '../../../protocol/live/decks.ts';
import type { SessionInfo } from '../../../protocol/live/session.ts';

/** The first language of the session that the deck does not have; for a new deck the screen's, when it is one of the session's. */
export function firstLanguage({ languages }: Pick<SessionInfo, 'languages'>, deck: Deck | undefined, screen: string): string | undefined {
  if (!deck) return languages.includes(screen) ? screen : languages[0] ?? screen;
  return languages.find((tag) => !deck.versions.some((version) => version.language === tag));
}
