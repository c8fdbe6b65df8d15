import type { ReactNode } from 'react';
import { cx } from './cx.ts';
import css from './Segments.module.css';

interface Props<V extends string> {
  readonly label: string;
  readonly views: readonly { readonly id: V; readonly label: string; readonly count?: number }[];
  readonly chosen: V;
  readonly onChoose: (view: V) => void;
}

/** A few views of one panel, without an address of their own. */
export function Views<V extends string>({ label, views, chosen, onChoose }: Props<V>): ReactNode {
  return (
    <div role="group" aria-label={label} className={css['segments']}>
      {views.map(({ id, label: name, count = 0 }) => (
        <button key={id} type="button" aria-pressed={id === chosen} className={cx(css['segment'], id === chosen && css['selected'])} onClick={() => onChoose(id)}>
          {count > 0 ? `${name} (${count})` : name}
        </button>
      ))}
    </div>
  );
}
