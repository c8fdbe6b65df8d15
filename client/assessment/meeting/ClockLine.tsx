import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { duration } from '../../room/time.ts';
import { useClock } from './useClock.ts';
import css from './meeting.module.css';

/** How long it has been going on, and what is left of the time that was given. */
export function ClockLine({ since, minutes }: { readonly since: number; readonly minutes?: number | undefined }): ReactNode {
  const { elapsedMs, leftMinutes } = useClock(since, minutes);
  return <div className={css['clock']}><b>{duration(elapsedMs)}</b><Left left={leftMinutes} of={minutes} /></div>;
}

export function Left({ left, of }: { readonly left: number | undefined; readonly of: number | undefined }): ReactNode {
  const { t } = useTranslation('meeting');
  if (left === undefined) return null;
  return <span data-over={left < 0 || undefined}>{left < 0 ? t('clock.over', { count: -left }) : t('clock.left', { count: left, of })}</span>;
}
