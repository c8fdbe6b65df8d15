import { useEffect, useState } from 'react';
import type { ParticipantId } from '../../../protocol/live/ids.ts';
import type { SignalPayload } from '../../../protocol/table.ts';
import { useLive } from '../../live/context.tsx';

export interface CameraPointer {
  readonly who: ParticipantId;
  /** In fractions of the picture. */
  readonly x: number;
  readonly y: number;
}

/** Whoever points on purpose moves: what has not moved for so long points at nothing any more. */
const GOES_AFTER_MS = 3_000;

/** Where somebody points in the picture of a camera. */
export function usePointer(camera: ParticipantId): CameraPointer | undefined {
  const live = useLive();
  const [pointer, setPointer] = useState<CameraPointer>();
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const end = live.onSignal((name, from, payload) => {
      if (name !== 'camera.pointed') return;
      const told = payload as SignalPayload<'camera.pointed'>;
      clearTimeout(timer);
      if ('hidden' in told || told.camera !== camera) return setPointer((now) => now?.who === from ? undefined : now);
      setPointer({ who: from, x: told.x, y: told.y });
      timer = setTimeout(() => setPointer(undefined), GOES_AFTER_MS);
    });
    return () => {
      clearTimeout(timer);
      end();
    };
  }, [live, camera]);
  return pointer;
}
