import type { ReactNode } from 'react';
import css from './Spinner.module.css';

/** Something is under way. Says nothing by itself; the text beside it does. `size` in px. */
export function Spinner({ size = 20 }: { readonly size?: number }): ReactNode {
  return (
    <svg className={css['spinner']} viewBox="0 0 24 24" width={size} height={size} fill="none" stroke="currentColor" strokeWidth={2.4} strokeLinecap="round" aria-hidden="true">
      <circle className={css['ring']} cx="12" cy="12" r="9" />
      <path d="M12 3a9 9 0 0 1 9 9" />
    </svg>
  );
}

/** The place of something that is being fetched. Sizes in CSS units. */
export function Skeleton({ width = '100%', height = '1.25rem' }: { readonly width?: string; readonly height?: string }): ReactNode {
  return <span className={css['block']} style={{ display: 'block', inlineSize: width, blockSize: height }} aria-hidden="true" />;
}
