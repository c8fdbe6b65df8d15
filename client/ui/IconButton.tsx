import type { ButtonHTMLAttributes, ReactNode, Ref } from 'react';
import { cx } from './cx.ts';
import { Icon } from './icons.tsx';
import type { IconName } from './icons.tsx';
import css from './IconButton.module.css';

export interface IconButtonProps extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'children'> {
  readonly icon: IconName;
  /** What pressing does, in one or two words. */
  readonly label: string;
  /** Shows the word under the icon: the bar of the room. */
  readonly under?: boolean;
  /** on: chosen or active; off: muted, withheld; leave: the way out. */
  readonly state?: 'on' | 'off' | 'leave';
  /** A count at the corner; say what it counts in `label` or elsewhere. 0 and absent show nothing. */
  readonly badge?: number;
  readonly ref?: Ref<HTMLButtonElement>;
}

/** The class of an icon button, for triggers that are buttons by other means. */
export function iconButtonClass(under = false, state?: IconButtonProps['state']): string {
  return cx(css['button'], under && css['under'], state && css[state]);
}

/** What stands inside an icon button, for the same triggers. */
export function IconButtonFace({ icon, label, under = false, badge = 0 }: Pick<IconButtonProps, 'icon' | 'label' | 'under' | 'badge'>): ReactNode {
  return (
    <>
      <Icon name={icon} />
      {under && <span>{label}</span>}
      {badge > 0 && <span className={css['badge']}>{badge > 99 ? '99+' : badge}</span>}
    </>
  );
}

/** A button that is an icon, with its word under it (`under`) or as its name and title. At least 44 px. */
export function IconButton({ icon, label, under = false, state, badge, className, type = 'button', ...rest }: IconButtonProps): ReactNode {
  return (
    <button
      aria-label={under ? undefined : label} title={under ? undefined : label} {...rest} type={type}
      className={cx(iconButtonClass(under, state), className)}
    >
      <IconButtonFace icon={icon} label={label} under={under} badge={badge} />
    </button>
  );
}
