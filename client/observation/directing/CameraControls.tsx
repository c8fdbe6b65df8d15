import { Suspense } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ParticipantId } from '../../../protocol/live/ids.ts';
import type { Ink } from '../../../protocol/live/marks.ts';
import type { Freeze } from '../../../protocol/observation/cameras.ts';
import { useMay } from '../../live/context.tsx';
import { useCommand } from '../../room/live/useCommand.ts';
import { cx } from '../../ui/cx.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { AnnotationTools } from '../annotate/AnnotationTools.tsx';
import type { AnnotationTool } from '../annotate/shapes.ts';
import { RequestPad } from './RequestPad.tsx';
import { useTurn } from './useDirecting.ts';
import css from './directing.module.css';

/** What a hand does over the picture. */
export type CameraMode = 'look' | 'point' | AnnotationTool;

interface Props {
  readonly camera: ParticipantId;
  readonly frozen: Freeze | undefined;
  readonly holdsFrame: boolean;
  /** There is room for the requests beside the tools. */
  readonly wide: boolean;
  readonly mode: CameraMode;
  readonly onMode: (mode: CameraMode, byKey: boolean) => void;
  readonly ink: Ink;
  readonly onInk: (ink: Ink) => void;
}

/** At the foot of a camera's picture, for those who direct it or mark what stands still. */
export function CameraControls({ camera, frozen, holdsFrame, wide, mode, onMode, ink, onInk }: Props): ReactNode {
  const { t } = useTranslation('directing');
  const run = useCommand();
  const { mayDirect } = useTurn();
  const maySteer = useMay('camera.steer');
  const mayMark = useMay('evidence.mark');
  const marks = frozen !== undefined && holdsFrame && mayMark;
  const pointing = mode === 'point';
  if (!mayDirect && !maySteer && !marks) return null;
  return (
    <div className={cx(css['foot'], frozen && wide && css['aside'])} data-scheme="dark">
      {mayDirect && wide && !frozen && <div className={css['bar']}><Suspense><RequestPad camera={camera} place="stage" /></Suspense></div>}
      <div className={css['bar']} role="toolbar" aria-label={t('tools.label')}>
        {mayDirect && (!frozen || holdsFrame) && (
          <IconButton icon="laser" label={t('tools.point')} aria-pressed={pointing} state={pointing ? 'on' : undefined} onClick={(event) => onMode(pointing ? 'look' : 'point', event.detail === 0)} />
        )}
        {marks && <AnnotationTools tool={mode === 'look' || pointing ? undefined : mode} ink={ink} onInk={onInk} onTool={(tool, byKey) => onMode(tool ?? 'look', byKey)} />}
        {marks && maySteer && (
          <IconButton icon="trash" label={t('tools.clear')} disabled={frozen.marks.length === 0} onClick={() => void run('camera.clearMarks', { freeze: frozen.id })} />
        )}
        {maySteer && (
          <IconButton
            icon={frozen ? 'play' : 'pause'} label={t(frozen ? 'frozen.end' : 'frozen.set')} aria-pressed={frozen !== undefined} state={frozen ? 'on' : undefined}
            onClick={() => {
              onMode('look', false);
              void (frozen ? run('camera.unfreeze', {}) : run('camera.freeze', { camera }));
            }}
          />
        )}
      </div>
    </div>
  );
}
