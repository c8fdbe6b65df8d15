import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { cx } from '../../ui/cx.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import type { Rect } from './arrange.ts';
import { placeOf } from './Tile.tsx';
import css from './Pager.module.css';

interface Props {
  readonly rect: Rect;
  /** Under a grid with the number between the arrows; or at the two ends of a strip. */
  readonly kind: 'grid' | 'row' | 'column';
  readonly page: number;
  readonly pages: number;
  readonly onPage: (page: number) => void;
}

/** Turns to the people who have no place on this page. */
export function Pager({ rect, kind, page, pages, onPage }: Props): ReactNode {
  const { t } = useTranslation('room');
  const down = kind === 'column';
  return (
    <nav className={cx(css['pager'], css[kind])} style={placeOf(rect)} aria-label={t('stage.pages')}>
      <IconButton icon={down ? 'up' : 'previous'} label={t('stage.pageBefore')} disabled={page === 0} className={css['arrow']} onClick={() => onPage(page - 1)} />
      <span className={css['number']} aria-live="polite">{t('stage.page', { page: page + 1, pages })}</span>
      <IconButton icon={down ? 'down' : 'next'} label={t('stage.pageAfter')} disabled={page >= pages - 1} className={css['arrow']} onClick={() => onPage(page + 1)} />
    </nav>
  );
}
