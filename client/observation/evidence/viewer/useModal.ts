import { useLayoutEffect, useRef } from 'react';
import type { RefObject } from 'react';

/** Opens a dialog over everything as long as it is on the screen; the browser keeps the focus in it and gives it back. */
export function useModal(): RefObject<HTMLDialogElement | null> {
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const node = dialog.current;
    if (!node) return undefined;
    node.showModal();
    node.querySelector<HTMLElement>('[data-first]')?.focus();
    // Before the element goes, so that the browser can give the focus back to what had it.
    return () => node.close();
  }, []);
  return dialog;
}
