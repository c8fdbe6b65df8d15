import type { ReactNode } from 'react';
import { Link } from './Link.tsx';
import { cx } from './cx.ts';
import css from './Segments.module.css';

export interface Segment {
  readonly to: string;
  readonly label: string;
  readonly selected: boolean;
}

/** A few views of the same list, each with its own address. */
export function Segments({ label, segments }: { readonly label: string; readonly segments: readonly Segment[] }): ReactNode {
  return (
    <nav className={css['segments']} aria-label={label}>
      {segments.map((segment) => (
        <Link
          key={segment.to} to={segment.to} className={cx(css['segment'], segment.selected && css['selected'])}
          aria-current={segment.selected ? 'page' : undefined}
        >
          {segment.label}
        </Link>
      ))}
    </nav>
  );
}
