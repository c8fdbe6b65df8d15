import { useSyncExternalStore } from 'react';
import type { ReactNode } from 'react';
import css from './announcer.module.css';

type Urgency = 'polite' | 'assertive';
interface Spoken {
  readonly polite: string;
  readonly assertive: string;
}

let spoken: Spoken = { polite: '', assertive: '' };
const listeners = new Set<() => void>();

/** Has screen readers say a sentence; assertive interrupts. The same sentence twice is said twice. */
export function announce(text: string, urgency: Urgency = 'polite'): void {
  // A region speaks when its text changes, so a repeated sentence differs by a space that nobody hears.
  spoken = { ...spoken, [urgency]: spoken[urgency] === text ? `${text}\u00A0` : text };
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The live regions; once on the page. */
export function Announcer(): ReactNode {
  const { polite, assertive } = useSyncExternalStore(subscribe, () => spoken);
  return (
    <div className={css['hidden']}>
      <div role="status" aria-live="polite">{polite}</div>
      <div role="alert" aria-live="assertive">{assertive}</div>
    </div>
  );
}
