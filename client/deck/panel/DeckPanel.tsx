import type { ReactNode } from 'react';
import { DeckList } from './DeckList.tsx';
import css from './panel.module.css';

/** The decks of the session, for the room's panel. */
export function DeckPanel(): ReactNode {
  return <div className={css['panel']}><DeckList /></div>;
}
