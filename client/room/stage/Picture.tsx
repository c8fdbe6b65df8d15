import { useEffect, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { cx } from '../../ui/cx.ts';
import { cutsMuch } from './pictureBox.ts';
import type { Fit } from './pictureBox.ts';
import css from './Picture.module.css';

interface Props {
  readonly track: MediaStreamTrack;
  readonly label: string;
  readonly fit: Fit;
  /** One's own camera, as in a mirror. */
  readonly mirrored?: boolean;
  /** Told of what plays it, for who lays something over it. */
  readonly onVideo?: ((video: HTMLVideoElement | null) => void) | undefined;
}

/** A moving picture. Sound is never played by it. */
export function Picture({ track, label, fit, mirrored = false, onVideo }: Props): ReactNode {
  const video = useRef<HTMLVideoElement>(null);
  const [whole, setWhole] = useState(false);
  useEffect(() => {
    const node = video.current;
    if (!node) return undefined;
    node.srcObject = new MediaStream([track]);
    const measure = (): void => setWhole(cutsMuch({ width: node.videoWidth, height: node.videoHeight }, { width: node.clientWidth, height: node.clientHeight }));
    const observer = new ResizeObserver(measure);
    observer.observe(node);
    node.addEventListener('resize', measure);
    node.addEventListener('loadedmetadata', measure);
    return () => {
      observer.disconnect();
      node.removeEventListener('resize', measure);
      node.removeEventListener('loadedmetadata', measure);
      node.srcObject = null;
    };
  }, [track]);
  useEffect(() => {
    onVideo?.(video.current);
    return () => onVideo?.(null);
  }, [onVideo]);
  return (
    <video
      ref={video} className={cx(css['picture'], (fit === 'whole' || whole) && css['whole'], mirrored && css['mirrored'])}
      autoPlay playsInline muted disablePictureInPicture aria-label={label}
    />
  );
}
