import { useEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { MediaEngine } from '../media/engine.ts';
import { meterValue } from './meter.ts';
import css from './LevelBar.module.css';

/** How loud one's microphone is, ten times a second; drawn past React, because nothing else changes. */
export function LevelBar({ media }: { readonly media: MediaEngine }): ReactNode {
  const { t } = useTranslation('prejoin');
  const bar = useRef<HTMLDivElement>(null);
  useEffect(() => media.onMicrophoneLevel((db) => {
    const node = bar.current;
    if (!node) return;
    const value = meterValue(db);
    node.style.setProperty('--level', String(value));
    node.setAttribute('aria-valuenow', String(Math.round(value * 100)));
  }), [media]);
  return <div ref={bar} className={css['meter']} role="meter" aria-label={t('devices.level')} aria-valuemin={0} aria-valuemax={100} aria-valuenow={0}><span /></div>;
}
