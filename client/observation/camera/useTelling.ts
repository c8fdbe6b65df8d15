import { useEffect, useRef } from 'react';
import { useLive } from '../../live/context.tsx';
import type { SignalPayload } from '../../../protocol/table.ts';
import { useMedia } from '../../room/live/useMedia.ts';
import type { Battery } from './useBattery.ts';

const EVERY_MS = 5_000;

interface Telling {
  readonly battery: Battery | undefined;
  readonly torch: boolean | undefined;
  readonly waiting: number;
}

/** Tells the leads how this device and its line are, every few seconds and at once when the light or what waits changes. */
export function useTelling({ battery, torch, waiting }: Telling): void {
  const live = useLive();
  const line = useMedia((snapshot) => snapshot.quality);
  const payload: SignalPayload<'camera.told'> = {
    line, waiting, torch: torch === undefined ? 'none' : torch ? 'on' : 'off',
    ...(battery ? { battery: battery.level, charging: battery.charging } : {}),
  };
  const newest = useRef(payload);
  useEffect(() => {
    newest.current = payload;
  });
  useEffect(() => {
    const tell = (): void => live.signal('camera.told', newest.current);
    tell();
    const timer = setInterval(tell, EVERY_MS);
    return () => clearInterval(timer);
  }, [live, torch, waiting]);
}
