import type { ButtonHTMLAttributes, ReactNode, Ref } from 'react';
import { Link } from './Link.tsx';
import type { LinkProps } from './Link.tsx';
import { cx } from './cx.ts';
import { Icon } from './icons.tsx';
import type { IconName } from './icons.tsx';
import { Spinner } from './Spinner.tsx';
import css from './Button.module.css';

export type ButtonLook = 'primary' | 'plain' | 'line' | 'quiet' | 'stop' | 'stopLine' | 'bare';

/** The look of a button, for elements that are buttons by other means (menu triggers, links). */
export function buttonClass(look: ButtonLook = 'plain', wide = false): string {
  return cx(css['button'], look !== 'plain' && css[look], wide && css['wide']);
}

interface Shared {
  readonly look?: ButtonLook;
  readonly icon?: IconName;
  /** Takes the whole width of its place. */
  readonly wide?: boolean;
}

export interface ButtonProps extends Shared, ButtonHTMLAttributes<HTMLButtonElement> {
  /** Something is under way: shows it, and a further press does nothing. */
  readonly busy?: boolean;
  readonly ref?: Ref<HTMLButtonElement>;
}

/** A button with a word, at least 44 px high. One primary on a screen. */
export function Button({ look, icon, wide, busy = false, className, children, onClick, type = 'button', ...rest }: ButtonProps): ReactNode {
  return (
    <button
      {...rest} type={type} aria-busy={busy || undefined} className={cx(buttonClass(look, wide), className)}
      onClick={(event) => {
        if (busy) event.preventDefault();
        else onClick?.(event);
      }}
    >
      {busy ? <Spinner size={18} /> : icon && <Icon name={icon} />}
      {children}
    </button>
  );
}

/** A link to another page of the application that looks like a button. */
export function ButtonLink({ look, icon, wide, className, children, ...rest }: Shared & LinkProps & { readonly className?: string }): ReactNode {
  return (
    <Link {...rest} className={cx(buttonClass(look, wide), className)}>
      {icon && <Icon name={icon} />}
      {children}
    </Link>
  );
}
