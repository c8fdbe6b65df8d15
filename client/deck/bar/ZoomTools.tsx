import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocale } from '../../i18n/useLocale.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { MAX_SCALE } from '../view/geometry.ts';
import css from './bar.module.css';

interface Props {
  readonly scale: number;
  readonly onZoom: (direction: 1 | -1) => void;
  readonly onWhole: () => void;
}

/** Smaller, the whole page, larger. 100 % is the whole page. */
export function ZoomTools({ scale, onZoom, onWhole }: Props): ReactNode {
  const { t } = useTranslation('deck');
  const percent = new Intl.NumberFormat(useLocale(), { style: 'percent' }).format(scale);
  return (
    <div className={css['tools']} role="group" aria-label={t('zoom.label')}>
      <IconButton icon="zoomOut" label={t('zoom.out')} disabled={scale <= 1} onClick={() => onZoom(-1)} />
      <button type="button" className={css['whole']} aria-label={t('zoom.wholeNow', { percent })} title={t('zoom.whole')} disabled={scale <= 1} onClick={onWhole}>{percent}</button>
      <IconButton icon="zoomIn" label={t('zoom.in')} disabled={scale >= MAX_SCALE} onClick={() => onZoom(1)} />
    </div>
  );
}
