import { useEffect, useState } from 'react';
import type { Box } from '../../room/layout.ts';

const unknown: Box = { width: 0, height: 0 };

/** The size of the moving picture in its own pixels; it changes when a phone is turned. Zero while it is not known. */
export function usePictureSize(video: HTMLVideoElement | null): Box {
  const [size, setSize] = useState(unknown);
  useEffect(() => {
    if (!video) return undefined;
    const measure = (): void => setSize((last) => (last.width === video.videoWidth && last.height === video.videoHeight ? last : { width: video.videoWidth, height: video.videoHeight }));
    measure();
    video.addEventListener('resize', measure);
    video.addEventListener('loadedmetadata', measure);
    return () => {
      video.removeEventListener('resize', measure);
      video.removeEventListener('loadedmetadata', measure);
      setSize(unknown);
    };
  }, [video]);
  return size;
}
