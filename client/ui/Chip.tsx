import type { ReactNode } from 'react';
import { cx } from './cx.ts';
import { Icon } from './icons.tsx';
import type { IconName } from './icons.tsx';
import css from './Chip.module.css';

export type Tone = 'neutral' | 'ok' | 'warn' | 'stop' | 'accent';

const shapes: Partial<Record<Tone, IconName>> = { ok: 'check', warn: 'warning', stop: 'stop' };

/** A short state: colour with a word and, for ok, warn and stop, a shape. `icon` replaces the shape. */
export function Chip({ tone = 'neutral', icon = shapes[tone], children }: { readonly tone?: Tone; readonly icon?: IconName; readonly children: ReactNode }): ReactNode {
  return (
    <span className={cx(css['chip'], tone !== 'neutral' && css[tone])}>
      {icon && <Icon name={icon} size={15} strokeWidth={2.2} />}
      {children}
    </span>
  );
}
