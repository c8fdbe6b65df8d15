import type { ReactNode } from 'react';
import { useFigures } from './words.ts';
import css from './training.module.css';

/** How much of something is done, as a bar with its figure. */
export function Progress({ share, label }: { readonly share: number; readonly label: string }): ReactNode {
  const { percent } = useFigures();
  return (
    <div className={css['progress']}>
      <div className={css['bar']} role="progressbar" aria-label={label} aria-valuemin={0} aria-valuemax={100} aria-valuenow={Math.round(share * 100)}>
        <div style={{ inlineSize: `${Math.round(share * 100)}%` }} />
      </div>
      <span className={css['figure']}>{percent(share)}</span>
    </div>
  );
}
