import { useEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Freeze } from '../../../protocol/observation/cameras.ts';
import type { PicturePlace } from '../../room/stage/pictureBox.ts';
import { Icon } from '../../ui/icons.tsx';
import { useStamp } from '../useStamp.ts';
import { useHeldFrame } from './freezeFrames.ts';
import css from './directing.module.css';

/** The picture that stands still, over the one that goes on beneath it; or why this page does not have it. */
export function FrozenPicture({ frozen, place }: { readonly frozen: Freeze; readonly place: PicturePlace }): ReactNode {
  const { t } = useTranslation('directing');
  const stamp = useStamp();
  const held = useHeldFrame();
  const canvas = useRef<HTMLCanvasElement>(null);
  const frame = held?.freeze === frozen.id && 'frame' in held ? held.frame : undefined;
  useEffect(() => {
    if (!frame || !canvas.current) return;
    canvas.current.width = frame.width;
    canvas.current.height = frame.height;
    canvas.current.getContext('2d')?.drawImage(frame, 0, 0);
  }, [frame]);
  if (!held || held.freeze !== frozen.id) return null;
  const time = stamp(frozen.at).own;
  if ('missing' in held) {
    return (
      <div className={css['missing']} data-frozen={held.missing}>
        <Icon name="pause" size={32} />
        <p>{t(`frozen.${held.missing}`, { time })}</p>
      </div>
    );
  }
  return (
    <div className={css['still']}>
      <canvas ref={canvas} className={css['canvas']} style={{ left: place.left, top: place.top, inlineSize: place.width, blockSize: place.height }} role="img" aria-label={t('frozen.picture', { time })} data-frozen="held" />
    </div>
  );
}
