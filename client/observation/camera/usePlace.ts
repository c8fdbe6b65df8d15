import { useCallback, useEffect, useRef, useState } from 'react';
import type { Place } from '../../../protocol/observation/evidence.ts';
import { recall, store } from '../../room/live/memory.ts';

/** What is older says where the device was, not where it is. */
const FRESH_MS = 60_000;
const KEY = 'capture.place';

export interface OwnPlace {
  /** Whether the officer lets captures say where they were taken. Off until they turn it on. */
  readonly on: boolean;
  readonly toggle: () => void;
  /** The browser or the system does not tell. */
  readonly refused: boolean;
  /** Where the device is now, if that may be said. */
  readonly now: () => Place | undefined;
}

export function usePlace(): OwnPlace {
  const [on, setOn] = useState(() => recall(KEY) === 'on');
  const [refused, setRefused] = useState(false);
  const last = useRef<{ readonly place: Place; readonly at: number }>(undefined);
  useEffect(() => {
    if (!on || !('geolocation' in navigator)) return undefined;
    const watch = navigator.geolocation.watchPosition(({ coords }) => {
      setRefused(false);
      last.current = { at: Date.now(), place: { latitude: coords.latitude, longitude: coords.longitude, accuracy: Math.min(100_000, coords.accuracy) } };
    }, ({ code, PERMISSION_DENIED }) => setRefused(code === PERMISSION_DENIED), { enableHighAccuracy: true, maximumAge: FRESH_MS });
    return () => {
      last.current = undefined;
      navigator.geolocation.clearWatch(watch);
    };
  }, [on]);
  const toggle = useCallback(() => setOn((before) => {
    store(KEY, before ? 'off' : 'on');
    return !before;
  }), []);
  const now = useCallback(() => last.current && Date.now() - last.current.at < FRESH_MS ? last.current.place : undefined, []);
  return { on, toggle, refused: on && refused, now };
}
