import { useEffect, useRef } from 'react';
import type { RefObject } from 'react';
import { deckKeyOf, keyPlace } from './keys.ts';
import type { DeckKey } from './keys.ts';

/** The keys of a presentation, as long as the deck is on the stage. */
export function useDeckKeys(stage: RefObject<HTMLElement | null>, presenting: boolean, onKey: (key: DeckKey) => void): void {
  const now = useRef({ presenting, onKey });
  useEffect(() => {
    now.current = { presenting, onKey };
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.isComposing) return;
      // A dialog above the page has the keys, wherever the browser left the focus.
      if (document.querySelector('[role="dialog"], [role="alertdialog"], [role="menu"]')) return;
      const key = deckKeyOf(event, keyPlace(event.target, stage.current, now.current.presenting));
      if (!key) return;
      event.preventDefault();
      now.current.onKey(key);
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, [stage]);
}
