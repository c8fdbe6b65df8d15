import { limits } from '../../../protocol/limits.ts';
import type { ParticipantId, SessionId } from '../../../protocol/live/ids.ts';
import { captureServerOf } from './captureServer.ts';
import { IndexedStore } from './deviceStore.ts';
import { deviceLine } from './line.ts';
import { PartSize } from './pace.ts';
import { CaptureQueue } from './queue.ts';

/** The least that goes at once: a thin line loses no more than this when it breaks. */
const PART_BYTES = 256 * 1024;
const queues = new Map<string, CaptureQueue>();
let store: IndexedStore | undefined;

/**
 * The queue of one person in one session. It goes on as long as the page lives, also when its screens have gone: what was
 * captured is on its way, whatever one looks at.
 */
export function captureQueueOf(session: SessionId, participant: ParticipantId): CaptureQueue {
  const key = `${session}/${participant}`;
  const known = queues.get(key);
  if (known) return known;
  store ??= new IndexedStore();
  const queue = new CaptureQueue({
    session, participant, store, server: captureServerOf(session), line: deviceLine, size: new PartSize(PART_BYTES, limits.uploadPartBytes),
    random: Math.random, now: Date.now,
  });
  queues.set(key, queue);
  void queue.look();
  return queue;
}
