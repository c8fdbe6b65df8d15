import type { ReactNode } from 'react';
import { Avatar } from '../../ui/Avatar.tsx';
import css from './shared.module.css';

/** Somebody's face, name and one line below. */
export function PersonLine({ name, below, size = 36 }: { readonly name: string; readonly below?: ReactNode; readonly size?: number }): ReactNode {
  return (
    <span className={css['person']}>
      <Avatar name={name} size={size} />
      <span><b>{name}</b>{below !== undefined && <i>{below}</i>}</span>
    </span>
  );
}
