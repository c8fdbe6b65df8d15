import { useId, useRef } from 'react';
import type { KeyboardEvent, ReactNode } from 'react';
import { cx } from './cx.ts';
import css from './Tabs.module.css';

export interface TabEntry<K extends string = string> {
  readonly id: K;
  readonly label: string;
  /** Shown beside the label when above 0: unread, waiting. */
  readonly count?: number;
  readonly content: ReactNode;
}

interface Props<K extends string> {
  /** What the tabs are of, for screen readers. */
  readonly label: string;
  readonly tabs: readonly TabEntry<K>[];
  readonly selected: K;
  readonly onSelect: (id: K) => void;
  /** The tabs share the width: a panel. */
  readonly even?: boolean;
}

/**
 * Several views of which one is shown; arrows, Home and End move between them. Written here, because the room needs it
 * before anything else and the library's is 26 kB of it.
 */
export function Tabs<K extends string>({ label, tabs, selected, onSelect, even = false }: Props<K>): ReactNode {
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const shown = tabs.find((tab) => tab.id === selected) ?? tabs[0];

  const move = (event: KeyboardEvent): void => {
    const at = tabs.findIndex((tab) => tab === shown);
    const rtl = document.documentElement.dir === 'rtl';
    const to = next(event.key, at, tabs.length, rtl);
    const tab = to === undefined ? undefined : tabs[to];
    if (!tab) return;
    event.preventDefault();
    onSelect(tab.id);
    list.current?.querySelector<HTMLElement>(`[data-tab="${CSS.escape(tab.id)}"]`)?.focus();
  };

  return (
    <div className={css['tabs']}>
      <div ref={list} role="tablist" aria-label={label} tabIndex={-1} className={cx(css['list'], even && css['even'])} onKeyDown={move}>
        {tabs.map((tab) => (
          <button
            key={tab.id} type="button" role="tab" id={`${id}-${tab.id}`} data-tab={tab.id} className={css['tab']} aria-selected={tab === shown}
            aria-controls={tab === shown ? `${id}-panel` : undefined} tabIndex={tab === shown ? 0 : -1} onClick={() => onSelect(tab.id)}
          >
            {tab.label}{tab.count !== undefined && tab.count > 0 && <span className={css['count']}>{tab.count}</span>}
          </button>
        ))}
      </div>
      {shown && <div role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-${shown.id}`} tabIndex={0} className={css['panel']}>{shown.content}</div>}
    </div>
  );
}

/** Where a key leads from a tab; undefined when it is not about tabs. */
function next(key: string, at: number, count: number, rtl: boolean): number | undefined {
  if (key === 'Home') return 0;
  if (key === 'End') return count - 1;
  if (key === 'ArrowRight' || key === 'ArrowLeft') return (at + ((key === 'ArrowRight') === rtl ? -1 : 1) + count) % count;
  return undefined;
}
