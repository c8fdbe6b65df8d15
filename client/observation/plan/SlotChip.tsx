import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { duration } from '../../room/time.ts';
import { useSlotClock } from './useSlotClock.ts';
import css from './panel.module.css';

/** The slot under way and its clock, in the bar at the top of the room. */
export function SlotChip(): ReactNode {
  const { t } = useTranslation('visit');
  const clock = useSlotClock();
  if (!clock) return null;
  const { slot, elapsedMs, leftMinutes } = clock;
  return (
    <div className={css['bar']} data-agenda-slot={slot.id} role="group" aria-label={t('agenda.now')} title={slot.title}>
      <span className={css['barNow']}>{t('agenda.now')}</span>
      <b className={css['barTitle']}>{slot.title}</b>
      <b className={css['barClock']}>{duration(elapsedMs)}</b>
      <span className={css['barLeft']} data-over={leftMinutes < 0 || undefined}>{leftMinutes < 0 ? t('agenda.over', { count: -leftMinutes }) : t('agenda.left', { count: leftMinutes, of: slot.minutes })}</span>
    </div>
  );
}
