import { useCallback, useEffect, useMemo, useRef, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { captureBar } from '../../../protocol/observation/consents.ts';
import type { CaptureBar } from '../../../protocol/observation/consents.ts';
import type { Origin } from '../../../protocol/observation/evidence.ts';
import type { Observation } from '../../../protocol/observation/observation.ts';
import { useVisit } from '../source.tsx';
import type { Captured } from './capture.ts';
import { askToKeep, hasRoom } from './deviceRoom.ts';
import type { CaptureCode, CapturePayload, Queued } from './item.ts';
import type { CaptureQueue, KeepResult } from './queue.ts';
import { captureQueueOf } from './queues.ts';

export interface Captures {
  readonly queue: CaptureQueue;
  /** What is on its way from this device, the oldest first. */
  readonly items: readonly Queued[];
  readonly waiting: number;
  /** What stands in the way of a capture, as far as this page knows; the server decides again. */
  readonly bar: (origin: Pick<Origin, 'kind' | 'zone'>) => CaptureBar | undefined;
  /**
   * Takes something and keeps it on the device; from there it goes to the server by itself. Nothing is taken where it is
   * barred, where there is no room, or where consent was withdrawn while it was taken.
   */
  readonly capture: (origin: Omit<Origin, 'capturedAt'>, take: () => Promise<Captured>) => Promise<KeepResult>;
}

/** Captures of this person in this visit, for every screen that makes or shows them. Each goes on with what waits on the device. */
export function useCaptures(): Captures {
  const { session, me, observation } = useVisit();
  const queue = captureQueueOf(session.id, me.id);
  const { items, waiting } = useSyncExternalStore(queue.subscribe, queue.getSnapshot);
  const now = useRef(observation);
  useEffect(() => {
    now.current = observation;
  }, [observation]);
  const { evidence, consents } = observation;
  useEffect(() => queue.follow(evidence.items, consents.paused), [queue, evidence.items, consents.paused]);
  const bar = useCallback((origin: Pick<Origin, 'kind' | 'zone'>) => barOf(now.current, origin), []);
  const capture = useCallback<Captures['capture']>(async (origin, take) => {
    const barred = barOf(now.current, origin);
    if (barred) return { ok: false, code: barred };
    askToKeep();
    if (!(await hasRoom())) return { ok: false, code: 'device.full' };
    const capturedAt = Date.now();
    const taken = await take();
    if (!taken.ok) return taken;
    // A withdrawal counts from its moment on, also in the seconds that a camera takes.
    const since = barOf(now.current, origin);
    if (since) return { ok: false, code: since };
    const { pictured, blobs } = taken.picture;
    // Pictures are made in the types that the protocol takes, and in no other.
    return queue.capture({ ...origin, capturedAt, pictured } as CapturePayload, blobs);
  }, [queue]);
  return useMemo(() => ({ queue, items, waiting, bar, capture }), [queue, items, waiting, bar, capture]);
}

/** A still is taken in a zone, under its consents; a page or a file shows no place, and only a pause stands in its way. */
function barOf({ plan, consents }: Observation, { kind, zone }: Pick<Origin, 'kind' | 'zone'>): CaptureBar | undefined {
  if (kind === 'still') return captureBar(plan, consents, zone);
  return consents.paused ? 'capture.paused' : undefined;
}

/** Why something was not taken or not kept, in plain words. */
export function useCaptureWords(): (code: CaptureCode) => string {
  const { t } = useTranslation(['camera', 'errors']);
  return useCallback((code) => code.startsWith('device.') ? t(`camera:${code}`) : t(`errors:${code}`), [t]);
}
