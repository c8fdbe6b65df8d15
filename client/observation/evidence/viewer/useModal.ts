import { useLayoutEffect, useState } from 'react';

/** Opens a dialog over everything as long as it is on the screen; the browser keeps the focus in it and gives it back. */
export function useModal(): readonly [HTMLDialogElement | null, (node: HTMLDialogElement | null) => void] {
  const [dialog, attach] = useState<HTMLDialogElement | null>(null);
  useLayoutEffect(() => {
    if (!dialog) return undefined;
    dialog.showModal();
    dialog.querySelector<HTMLElement>('[data-first]')?.focus();
    // Before the element goes, so that the browser can give the focus back to what had it.
    return () => dialog.close();
  }, [dialog]);
  return [dialog, attach];
}
