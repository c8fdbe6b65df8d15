import type { ReactNode, Ref } from 'react';
import type { Tone } from './Chip.tsx';
import { cx } from './cx.ts';
import { Icon } from './icons.tsx';
import type { IconName } from './icons.tsx';
import css from './Banner.module.css';

const shapes: Record<Tone, IconName> = { neutral: 'info', accent: 'info', ok: 'check', warn: 'warning', stop: 'stop' };

interface Props {
  readonly tone?: Tone;
  readonly icon?: IconName;
  /** alert: said at once; status: said when there is time; absent: it was there from the beginning. */
  readonly role?: 'alert' | 'status';
  /** Buttons at the end. */
  readonly actions?: ReactNode;
  readonly children: ReactNode;
  readonly ref?: Ref<HTMLDivElement>;
}

/** A sentence that stays where it is until what it says is over. */
export function Banner({ tone = 'neutral', icon = shapes[tone], role, actions, children, ref }: Props): ReactNode {
  return (
    <div ref={ref} className={cx(css['banner'], tone !== 'neutral' && css[tone])} role={role}>
      <Icon name={icon} />
      <div className={css['body']}>{children}</div>
      {actions}
    </div>
  );
}
