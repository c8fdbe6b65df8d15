import { useCallback, useEffect, useState } from 'react';
import type { ReactNode } from 'react';
import type { ParticipantId } from '../../../protocol/live/ids.ts';
import type { SessionState } from '../../../protocol/live/state.ts';
import type { SignalPayload } from '../../../protocol/table.ts';
import { aged, nextChange } from '../../deck/ink/pointers.ts';
import type { Pointed } from '../../deck/ink/pointers.ts';
import dots from '../../deck/ink/pointers.module.css';
import { useLive, useSession } from '../../live/context.tsx';
import { cx } from '../../ui/cx.ts';
import css from './directing.module.css';

interface Pointing extends Pointed {
  readonly camera: ParticipantId;
}

/**
 * Where others point in a camera's picture. It fills its parent, which lies exactly over the picture. Passing, so it is kept here and
 * nowhere else.
 */
export function CameraPointers({ camera }: { readonly camera: ParticipantId }): ReactNode {
  const live = useLive();
  const [all, setAll] = useState<readonly Pointing[]>([]);
  useEffect(() => live.onSignal((name, who, payload) => {
    if (name !== 'camera.pointed') return;
    const told = payload as SignalPayload<'camera.pointed'>;
    setAll((before) => {
      const others = before.filter((one) => one.who !== who);
      return 'hidden' in told ? others : [...others, { who, ...told, at: performance.now(), fading: false }];
    });
  }), [live]);
  useEffect(() => {
    const wait = nextChange(all, performance.now());
    if (wait === undefined) return undefined;
    const timer = setTimeout(() => setAll((now) => aged(now, performance.now())), wait);
    return () => clearTimeout(timer);
  }, [all]);
  return (
    <div className={css['pointers']} dir="ltr" aria-hidden="true">
      {all.filter((one) => one.camera === camera && one.who !== live.you).map((one) => <Dot key={one.who} pointing={one} />)}
    </div>
  );
}

function Dot({ pointing: { who, x, y, fading } }: { readonly pointing: Pointing }): ReactNode {
  const name = useSession(useCallback((state: SessionState) => state.participants[who]?.name, [who]));
  return (
    <span className={cx(dots['dot'], dots['far'], fading && dots['fading'])} data-points={who} style={{ insetInlineStart: `${x * 100}%`, insetBlockStart: `${y * 100}%` }}>
      {name !== undefined && <span className={dots['name']}>{name}</span>}
    </span>
  );
}
