import { useEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import { openLevelMeter } from '../../media/level.ts';
import { meterValue } from '../../prejoin/meter.ts';
import bar from '../../prejoin/LevelBar.module.css';
import css from './Booth.module.css';

/** How loud some tracks are together; drawn past React, because nothing else changes. */
export function Meter({ label, tracks }: { readonly label: string; readonly tracks: readonly MediaStreamTrack[] }): ReactNode {
  const node = useRef<HTMLDivElement>(null);
  const key = tracks.map((track) => track.id).join(' ');
  const latest = useRef(tracks);
  useEffect(() => {
    latest.current = tracks;
  });
  useEffect(() => {
    const levels = latest.current.map(() => 0);
    const show = (): void => {
      const value = Math.max(0, ...levels);
      node.current?.style.setProperty('--level', String(value));
      node.current?.setAttribute('aria-valuenow', String(Math.round(value * 100)));
    };
    const meters = latest.current.map((track, index) => {
      const meter = openLevelMeter(track);
      meter.onLevel((db) => {
        levels[index] = meterValue(db);
        show();
      });
      return meter;
    });
    show();
    return () => {
      for (const meter of meters) meter.close();
    };
  }, [key]);
  return (
    <div className={css['meter']}>
      <span>{label}</span>
      <div ref={node} className={bar['meter']} role="meter" aria-label={label} aria-valuemin={0} aria-valuemax={100} aria-valuenow={0}><span /></div>
    </div>
  );
}
