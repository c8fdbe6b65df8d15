import { useCallback, useEffect, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import type { Ink } from '../../../protocol/live/marks.ts';
import type { SessionState } from '../../../protocol/live/state.ts';
import { useLive, useMay, useSession } from '../../live/context.tsx';
import { useBox } from '../../room/live/useBox.ts';
import { useCommand } from '../../room/live/useCommand.ts';
import type { PictureLayerProps } from '../../room/stage/pictureLayer.ts';
import { pictureBox } from '../../room/stage/pictureBox.ts';
import { AnnotationEditor } from '../annotate/AnnotationEditor.tsx';
import { AnnotationLayer } from '../annotate/AnnotationLayer.tsx';
import { RoomVisit } from '../source.tsx';
import { CameraControls } from './CameraControls.tsx';
import type { CameraMode } from './CameraControls.tsx';
import { CameraHead } from './CameraHead.tsx';
import { CameraPointers } from './CameraPointers.tsx';
import { freezeFramesOf, useHeldFrame } from './freezeFrames.ts';
import { FrozenPicture } from './FrozenPicture.tsx';
import { PointingSurface } from './PointingSurface.tsx';
import { useTurn } from './useDirecting.ts';
import { usePictureSize } from './usePictureSize.ts';
import css from './directing.module.css';

/** Narrower, and there is no room for anything but the picture. CSS pixels. */
const ROOMY_PX = 340;

/** What lies over the picture of a field camera: where people point, the picture that stands still with its marks, and what directs it. */
export default function CameraLayer({ participant: camera, video, fit, size }: PictureLayerProps): ReactNode {
  const live = useLive();
  const run = useCommand();
  const root = useRef<HTMLDivElement>(null);
  const element = useBox(root);
  const moving = usePictureSize(video);
  const held = useHeldFrame();
  const { mayDirect } = useTurn();
  const mayMark = useMay('evidence.mark');
  const [mode, setMode] = useState<CameraMode>('look');
  const [byKey, setByKey] = useState(false);
  const [ink, setInk] = useState<Ink>('red');
  const frozen = useSession(useCallback((state: SessionState) => {
    const freeze = state.observation.cameras.frozen;
    return freeze?.camera === camera ? freeze : undefined;
  }, [camera]));

  useEffect(() => (video ? freezeFramesOf(live).watch(camera, video) : undefined), [live, camera, video]);

  const frame = frozen && held?.freeze === frozen.id && 'frame' in held ? held.frame : undefined;
  const place = pictureBox(frame ?? moving, element, fit);
  const style = { left: place.left, top: place.top, inlineSize: place.width, blockSize: place.height };
  const roomy = size !== 'strip' && element.width >= ROOMY_PX;
  const blank = frozen !== undefined && !frame;
  const points = roomy && mode === 'point' && mayDirect && place.width > 0 && !blank;
  const tool = roomy && frame && mayMark && mode !== 'look' && mode !== 'point' ? mode : undefined;
  return (
    <RoomVisit>
      <div ref={root} className={css['layer']} data-directing={camera}>
        {frozen && <FrozenPicture frozen={frozen} place={place} />}
        {!blank && place.width > 0 && (
          <div className={css['picture']} style={style}>
            {tool && frozen
              ? (
                <AnnotationEditor
                  marks={frozen.marks} width={place.width} height={place.height} tool={tool} ink={ink} focused={byKey} onLeave={() => setMode('look')}
                  onAdd={(mark) => void run('camera.mark', { freeze: frozen.id, mark })}
                />
              )
              : frozen && <AnnotationLayer marks={frozen.marks} width={place.width} height={place.height} />}
            {points && <PointingSurface camera={camera} width={place.width} height={place.height} focused={byKey} onLeave={() => setMode('look')} />}
            <CameraPointers camera={camera} />
          </div>
        )}
        {roomy && <CameraHead camera={camera} frozen={frozen} />}
        {roomy && (
          <CameraControls
            camera={camera} frozen={frozen} holdsFrame={frame !== undefined} wide={element.width >= 700} mode={mode} ink={ink} onInk={setInk}
            onMode={(next, key) => {
              setMode(next);
              setByKey(key);
            }}
          />
        )}
      </div>
    </RoomVisit>
  );
}
