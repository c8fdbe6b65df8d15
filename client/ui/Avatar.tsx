import type { ReactNode } from 'react';
import { avatarTone, initials } from './initials.ts';
import { cx } from './cx.ts';
import css from './Avatar.module.css';

/** Initials on a calm colour that follows from the name. `size` in px. The name stands beside it, so it says nothing itself. */
export function Avatar({ name, size = 40 }: { readonly name: string; readonly size?: number }): ReactNode {
  return (
    <span className={cx(css['face'], css[`tone${avatarTone(name)}`])} style={{ inlineSize: size, blockSize: size, fontSize: size * 0.36 }} aria-hidden="true">
      {initials(name)}
    </span>
  );
}
