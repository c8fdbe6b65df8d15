import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Quality } from '../../media/model.ts';
import { cx } from '../../ui/cx.ts';
import css from './QualityBars.module.css';

/** A line's quality as bars and as a word for who does not see them. Quiet while it is good. */
export function QualityBars({ level }: { readonly level: Quality }): ReactNode {
  const { t } = useTranslation('room');
  return (
    <svg className={cx(css['bars'], css[`level${level}`])} viewBox="0 0 14 12" width={14} height={12} role="img" aria-label={t(`line.${level}`)}>
      {[0, 1, 2].map((bar) => <rect key={bar} x={bar * 5} y={8 - bar * 4} width={3.5} height={4 + bar * 4} rx={1} className={bar < level ? css['full'] : css['empty']} />)}
    </svg>
  );
}
