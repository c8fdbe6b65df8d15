import { useEffect } from 'react';
import type { LocalSource } from '../../media/model.ts';
import { useRoom } from '../../room/live/context.tsx';
import { useLocal } from '../../room/live/useMedia.ts';

/**
 * The picture of a field camera: it is sent as what is looked at, not as a face, so the camera at the back is asked for, at its
 * full size. A phone opens one camera at a time, so the one of the face gives way. Turned on once; afterwards the officer decides.
 */
export function useFieldCamera(): LocalSource {
  const { media } = useRoom();
  const local = useLocal('document');
  useEffect(() => {
    const begin = async (): Promise<void> => {
      const { camera, document } = media.getSnapshot().local;
      if (camera.state !== 'off') await media.set('camera', 'off');
      if (document.state === 'off') await media.set('document', 'on');
    };
    void begin();
  }, [media]);
  return local;
}
