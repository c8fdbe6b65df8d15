import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { cx } from '../../ui/cx.ts';
import { useMedia } from '../live/useMedia.ts';
import css from './LineChip.module.css';

/** One's own line as bars and a word. */
export function LineChip(): ReactNode {
  const { t } = useTranslation('room');
  const quality = useMedia((snapshot) => snapshot.quality);
  const connection = useMedia((snapshot) => snapshot.connection);
  const state = connection.state === 'connected' ? quality : connection.state === 'new' ? undefined : 0;
  if (state === undefined) return null;
  const tone = state === 3 ? 'good' : state === 2 ? 'fair' : 'poor';
  const word = connection.state === 'connecting' ? t('line.connecting') : t(`line.${state}`);
  const details = [word, connection.protocol?.toUpperCase(), connection.roundTripMs === undefined ? undefined : `${Math.round(connection.roundTripMs)} ms`];
  return (
    <span className={cx(css['chip'], css[tone])} title={details.filter((part) => part !== undefined).join(' · ')}>
      <svg viewBox="0 0 14 12" width={14} height={12} aria-hidden="true">
        {[0, 1, 2].map((bar) => <rect key={bar} x={bar * 5} y={8 - bar * 4} width={3.5} height={4 + bar * 4} rx={1} fill="currentColor" opacity={bar < state ? 1 : 0.3} />)}
      </svg>
      <span className={css['word']}>{word}</span>
    </span>
  );
}
