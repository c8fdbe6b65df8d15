import { useEffect, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { cx } from '../../ui/cx.ts';
import css from './Picture.module.css';

/** More than this cut off, and one no longer sees what the camera shows: then it is shown whole. */
const CUT_AT_MOST = 0.62;

interface Props {
  readonly track: MediaStreamTrack;
  readonly label: string;
  /** cover fills its place and cuts a little off; whole never cuts. */
  readonly fit: 'cover' | 'whole';
  /** One's own camera, as in a mirror. */
  readonly mirrored?: boolean;
}

/** A moving picture. Sound is never played by it. */
export function Picture({ track, label, fit, mirrored = false }: Props): ReactNode {
  const video = useRef<HTMLVideoElement>(null);
  const [cutsMuch, setCutsMuch] = useState(false);
  useEffect(() => {
    const node = video.current;
    if (!node) return undefined;
    node.srcObject = new MediaStream([track]);
    const measure = (): void => setCutsMuch(shareCut(node) > CUT_AT_MOST);
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
  return (
    <video
      ref={video} className={cx(css['picture'], (fit === 'whole' || cutsMuch) && css['whole'], mirrored && css['mirrored'])}
      autoPlay playsInline muted disablePictureInPicture aria-label={label}
    />
  );
}

/** The share of a picture that would be cut off if it filled its element, 0 to 1. */
function shareCut(video: HTMLVideoElement): number {
  const { videoWidth, videoHeight, clientWidth, clientHeight } = video;
  if (videoWidth * videoHeight * clientWidth * clientHeight === 0) return 0;
  const ratio = (videoWidth / videoHeight) / (clientWidth / clientHeight);
  return 1 - Math.min(ratio, 1 / ratio);
}
