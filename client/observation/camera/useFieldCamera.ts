import { useEffect } from 'react';
import type { LocalSource } from '../../media/model.ts';
import { useRoom } from '../../room/live/context.tsx';
import { useLocal } from '../../room/live/useMedia.ts';

/** The picture of a field camera: the camera at the back, at its full size. Turned on once; afterwards the officer decides. */
export function useFieldCamera(): LocalSource {
  const { media } = useRoom();
  const local = useLocal('camera');
  useEffect(() => {
    const begin = async (): Promise<void> => {
      await media.film();
      if (media.getSnapshot().local.camera.state === 'off') await media.set('camera', 'on');
    };
    void begin();
  }, [media]);
  return local;
}
