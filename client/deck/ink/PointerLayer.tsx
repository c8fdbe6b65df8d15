import { useCallback, useEffect, useState } from 'react';
import type { ReactNode } from 'react';
import type { DeckId } from '../../../protocol/live/ids.ts';
import type { SessionState } from '../../../protocol/live/state.ts';
import type { SignalPayload } from '../../../protocol/table.ts';
import { useLive, useSession } from '../../live/context.tsx';
import { cx } from '../../ui/cx.ts';
import type { Point } from '../view/geometry.ts';
import { aged, nextChange, pointed } from './pointers.ts';
import type { Pointing } from './pointers.ts';
import css from './pointers.module.css';

interface Props {
  readonly deck: DeckId;
  readonly page: number;
  /** One's own pointer, shown without the way over the server. */
  readonly own: Point | undefined;
}

/** The laser pointers over a page. Passing, so it is kept here and nowhere else. */
export function PointerLayer({ deck, page, own }: Props): ReactNode {
  const live = useLive();
  const [all, setAll] = useState<readonly Pointing[]>([]);
  useEffect(() => live.onSignal((name, from, payload) => {
    if (name === 'pointer.moved') setAll((now) => pointed(now, from, payload as SignalPayload<'pointer.moved'>, performance.now()));
  }), [live]);
  useEffect(() => {
    const wait = nextChange(all, performance.now());
    if (wait === undefined) return undefined;
    const timer = setTimeout(() => setAll((now) => aged(now, performance.now())), wait);
    return () => clearTimeout(timer);
  }, [all]);
  return (
    <div className={css['layer']} aria-hidden="true">
      {all.filter((one) => one.deck === deck && one.page === page).map((one) => <Dot key={one.who} pointing={one} />)}
      {own && <span className={css['dot']} style={placed(own)} />}
    </div>
  );
}

function Dot({ pointing }: { readonly pointing: Pointing }): ReactNode {
  const { who, fading } = pointing;
  const name = useSession(useCallback((state: SessionState) => state.participants[who]?.name, [who]));
  return <span className={cx(css['dot'], css['far'], fading && css['fading'])} style={placed(pointing)}>{name !== undefined && <span className={css['name']}>{name}</span>}</span>;
}

function placed({ x, y }: Point) {
  return { insetInlineStart: `${x * 100}%`, insetBlockStart: `${y * 100}%` };
}
