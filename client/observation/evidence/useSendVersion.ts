import { useCallback } from 'react';
import type { EvidenceId, VersionId } from '../../../protocol/observation/ids.ts';
import type { Picture } from '../capture/pictures.ts';
import type { CaptureQueue } from '../capture/queue.ts';
import { captureQueueOf } from '../capture/queues.ts';
import { useVisit } from '../source.tsx';

/** A version that is registered, and whose bytes were made on this device. */
export interface MadeVersion extends Picture {
  readonly evidence: EvidenceId;
  readonly version: VersionId;
}

/** Brings the bytes of a version to the server, however often the line breaks. True once the server holds all of them; false: somebody has to try again. */
export type SendVersion = (made: MadeVersion) => Promise<boolean>;

/** Sends by the queue of this device, where the bytes also survive a reload. */
export function useSendVersion(): SendVersion {
  const { session, me } = useVisit();
  const queue = captureQueueOf(session.id, me.id);
  return useCallback(async (made) => {
    if (stateIn(queue, made.version)) queue.retry(made.version);
    else if (!(await queue.sendVersion(made)).ok) return false;
    return sent(queue, made.version);
  }, [queue]);
}

function stateIn(queue: CaptureQueue, version: VersionId): string | undefined {
  return queue.getSnapshot().items.find((one) => one.id === version)?.state;
}

/** What has arrived is taken off the device. */
function sent(queue: CaptureQueue, version: VersionId): Promise<boolean> {
  return new Promise((resolve) => {
    let end: (() => void) | undefined;
    const look = (): void => {
      const state = stateIn(queue, version);
      if (state === 'waiting' || state === 'sending') return;
      end?.();
      resolve(state === undefined);
    };
    end = queue.subscribe(look);
    look();
  });
}
