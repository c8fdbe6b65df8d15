import { Suspense, useEffect, useId, useRef } from 'react';
import type { KeyboardEvent, ReactNode, RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../ui/icons.tsx';
import { Spinner } from '../ui/Spinner.tsx';
import { useCell } from './live/cell.ts';
import { useRoom } from './live/context.tsx';
import { useCompact } from './live/useMatch.ts';
import { usePanels } from './panels.ts';
import type { Panel } from './panels.ts';
import { Modal } from './parts/Modal.tsx';
import { useTabEdges } from './tabEdges.ts';
import css from './PanelSide.module.css';

/** The one panel: at the end side of a wide screen, a sheet on a phone. */
export function PanelSide(): ReactNode {
  const { t } = useTranslation('room');
  const room = useRoom();
  const compact = useCompact();
  const panels = usePanels();
  const wanted = useCell(room.panel);
  const selected = panels.find((panel) => panel.id === wanted) ?? panels[0];
  if (wanted === undefined || !selected) return null;
  if (compact) return <Modal kind="sheet" title={t(selected.label)} onClose={() => room.panel.set(undefined)}><Content panel={selected} /></Modal>;
  return <Side panels={panels} selected={selected} />;
}

function Side({ panels, selected }: { readonly panels: readonly Panel[]; readonly selected: Panel }): ReactNode {
  const { t } = useTranslation('room');
  const room = useRoom();
  const id = useId();
  const tabId = (panel: Panel): string => `${id}-${panel.id}`;
  const row = useRef<HTMLDivElement>(null);
  const edges = useTabEdges(row, panels.map((panel) => `${t(panel.label)} ${panel.count}`).join());
  // In the middle, so that its neighbours are seen and can be pressed.
  const selectedId = tabId(selected);
  useEffect(() => {
    document.getElementById(selectedId)?.scrollIntoView({ inline: 'center', block: 'nearest' });
  }, [selectedId]);
  const keys = (event: KeyboardEvent<HTMLElement>): void => {
    const to = { Home: 0, End: panels.length - 1 }[event.key];
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (to === undefined && step === undefined) return;
    event.preventDefault();
    const forward = getComputedStyle(event.currentTarget).direction === 'rtl' ? -(step ?? 0) : step ?? 0;
    const next = panels[to ?? (panels.indexOf(selected) + forward + panels.length) % panels.length]!;
    room.panel.set(next.id);
    document.getElementById(tabId(next))?.focus();
  };
  return (
    <aside className={css['side']} aria-label={t('panel.label')}>
      <div className={css['tabs']}>
        {edges.before && <Edge side="before" row={row} />}
        <div ref={row} role="tablist" aria-label={t('panel.label')} className={css['list']} onKeyDown={keys} tabIndex={-1}>
          {panels.map((panel) => (
            <button
              key={panel.id} id={tabId(panel)} type="button" role="tab" aria-selected={panel === selected} aria-controls={`${id}-content`}
              tabIndex={panel === selected ? 0 : -1} className={css['tab']} onClick={() => room.panel.set(panel.id)}
            >
              {t(panel.label)}{panel.count > 0 && panel !== selected && <b className={css['count']}>{panel.count}</b>}
            </button>
          ))}
        </div>
        {edges.after && <Edge side="after" row={row} />}
      </div>
      <div id={`${id}-content`} role="tabpanel" aria-labelledby={tabId(selected)} className={css['content']}><h2 className={css['heading']}>{t(selected.label)}</h2><Content panel={selected} /></div>
    </aside>
  );
}

/** There is more of the row: shows it, and moves there by a press. For the eye and the pointer alone; keys go from tab to tab. */
function Edge({ side, row }: { readonly side: 'before' | 'after'; readonly row: RefObject<HTMLElement | null> }): ReactNode {
  const go = (): void => {
    const node = row.current;
    if (!node) return;
    const forward = getComputedStyle(node).direction === 'rtl' ? -1 : 1;
    node.scrollBy({ left: node.clientWidth * 0.6 * (side === 'after' ? forward : -forward), behavior: 'smooth' });
  };
  return <button type="button" aria-hidden tabIndex={-1} className={css['edge']} data-side={side} onClick={go}><Icon name="next" size={18} /></button>;
}

function Content({ panel }: { readonly panel: Panel }): ReactNode {
  return <Suspense fallback={<div className={css['waiting']}><Spinner size={28} /></div>}>{panel.padded ? <div className={css['padded']}><panel.Content /></div> : <panel.Content />}</Suspense>;
}
