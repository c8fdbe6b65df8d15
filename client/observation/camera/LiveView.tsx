import { useEffect, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { fit } from '../../deck/view/geometry.ts';
import type { Size } from '../../deck/view/geometry.ts';
import { useBox } from '../../room/live/useBox.ts';
import { useVisit } from '../source.tsx';
import { usePointer } from './usePointer.ts';
import css from './LiveView.module.css';

/** What the camera sees, whole: what one frames is what is captured. Over it, where an observer points. */
export function LiveView({ track }: { readonly track: MediaStreamTrack }): ReactNode {
  const { t } = useTranslation('camera');
  const { me, participants } = useVisit();
  const box = useRef<HTMLDivElement>(null);
  const video = useRef<HTMLVideoElement>(null);
  const area = useBox(box);
  const [size, setSize] = useState<Size>();
  const pointer = usePointer(me.id);
  useEffect(() => {
    const node = video.current;
    if (!node) return undefined;
    node.srcObject = new MediaStream([track]);
    // A phone that is turned gives another shape.
    const measure = (): void => setSize(node.videoWidth > 0 ? { width: node.videoWidth, height: node.videoHeight } : undefined);
    node.addEventListener('resize', measure);
    node.addEventListener('loadedmetadata', measure);
    return () => {
      node.removeEventListener('resize', measure);
      node.removeEventListener('loadedmetadata', measure);
      node.srcObject = null;
    };
  }, [track]);
  const shown = size && area.width > 0 ? fit(area, size) : undefined;
  return (
    <div ref={box} className={css['box']}>
      <video ref={video} className={css['video']} autoPlay playsInline muted disablePictureInPicture aria-label={t('picture')} />
      {shown && pointer && (
        <div className={css['frame']} style={{ inlineSize: shown.width, blockSize: shown.height }} aria-hidden="true">
          <span className={css['dot']} style={{ insetInlineStart: `${pointer.x * 100}%`, insetBlockStart: `${pointer.y * 100}%` }}>
            <span className={css['who']}>{participants[pointer.who]?.name}</span>
          </span>
        </div>
      )}
    </div>
  );
}
