import { useEffect, useRef, useSyncExternalStore } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from './icons.tsx';
import type { IconName } from './icons.tsx';
import css from './Toast.module.css';

interface Note {
  readonly id: number;
  readonly text: string;
  readonly icon: IconName;
}

const shownMs = 8_000;
const kept = 3;
let notes: readonly Note[] = [];
let last = 0;
const listeners = new Set<() => void>();

function show(next: readonly Note[]): void {
  notes = next;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Says in passing that something was done. Nothing that a person must read or act on: that is a Banner or a Dialog. */
export function toast(text: string, icon: IconName = 'check'): void {
  last += 1;
  show([...notes, { id: last, text, icon }].slice(-kept));
}

function close(id: number): void {
  show(notes.filter((note) => note.id !== id));
}

/** Where toasts appear, as a live region; once on the page. */
export function ToastRegion(): ReactNode {
  const shown = useSyncExternalStore(subscribe, () => notes);
  const region = useRef<HTMLDivElement>(null);
  // A modal dialog lies over everything but what opens after it.
  useEffect(() => {
    const node = region.current;
    if (!node || shown.length === 0) return;
    if (node.matches(':popover-open')) node.hidePopover();
    node.popover = document.querySelector('dialog:modal') ? 'manual' : null;
    if (node.popover) node.showPopover();
  }, [shown]);
  return (
    <div ref={region} className={css['region']} role="status" aria-live="polite" aria-relevant="additions">
      {shown.map((note) => <ToastCard key={note.id} note={note} />)}
    </div>
  );
}

function ToastCard({ note }: { readonly note: Note }): ReactNode {
  const { t } = useTranslation('common');
  useEffect(() => {
    const timer = setTimeout(() => close(note.id), shownMs);
    return () => clearTimeout(timer);
  }, [note.id]);
  return (
    <div className={css['toast']}>
      <Icon name={note.icon} />
      <span>{note.text}</span>
      <button type="button" className={css['close']} aria-label={t('close')} onClick={() => close(note.id)}><Icon name="close" size={18} /></button>
    </div>
  );
}
