/* oxlint-disable jsx-a11y/no-redundant-roles, jsx-a11y/no-interactive-element-to-noninteractive-role -- as cards on a phone the elements lose the roles they have by themselves */
import type { ReactNode } from 'react';
import { cx } from './cx.ts';
import css from './Table.module.css';

export interface Column<T> {
  readonly id: string;
  readonly header: string;
  readonly cell: (row: T) => ReactNode;
  /** main: what the row is about, the head of its card on a phone; tight: no wider than needed; actions: buttons at the end, its header is only read; corner: one icon button, in the corner of the card on a phone. */
  readonly as?: 'main' | 'tight' | 'actions' | 'corner';
}

interface Props<T> {
  /** What the table holds, for screen readers. */
  readonly label: string;
  readonly columns: readonly Column<T>[];
  readonly rows: readonly T[];
  readonly keyOf: (row: T) => string;
}

/** Rows of the same kind; a card for each row on a phone. The roles are written out, because display: block would take them away. */
export function Table<T>({ label, columns, rows, keyOf }: Props<T>): ReactNode {
  return (
    <table className={css['table']} role="table" aria-label={label}>
      <thead role="rowgroup">
        <tr role="row">
          {columns.map((column) => (
            <th key={column.id} role="columnheader" scope="col" className={cx(column.as === 'tight' && css['tight'])}>
              {column.as === 'actions' || column.as === 'corner' ? <span className={css['hidden']}>{column.header}</span> : column.header}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((row) => (
          <tr key={keyOf(row)} role="row">
            {columns.map((column) => (
              <td
                key={column.id} role={column.as === 'main' ? 'rowheader' : 'cell'} data-label={column.header}
                className={cx(column.as === undefined && css['words'], column.as === 'main' && css['main'], column.as === 'tight' && css['tight'], column.as === 'actions' && css['end'], column.as === 'corner' && css['corner'])}
              >
                {column.cell(row)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
