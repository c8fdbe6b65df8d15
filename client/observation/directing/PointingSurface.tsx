import { useCallback } from 'react';
import type { ReactNode } from 'react';
import type { ParticipantId } from '../../../protocol/live/ids.ts';
import { DrawingSurface } from '../../deck/ink/DrawingSurface.tsx';
import dots from '../../deck/ink/pointers.module.css';
import { useTelling } from '../../deck/ink/useTelling.ts';
import type { Point } from '../../deck/view/geometry.ts';
import { useLive } from '../../live/context.tsx';
import type { PictureBox } from '../annotate/shapes.ts';
import css from './directing.module.css';

interface Props extends PictureBox {
  readonly camera: ParticipantId;
  readonly focused: boolean;
  readonly onLeave: () => void;
}

const pencil = { tool: 'pointer', ink: 'red' } as const;
const whole = { x: 0, y: 0, width: 1, height: 1 };
const nothing = (): void => undefined;

/** Where one points oneself in a camera's picture, with a hand or with the arrow keys; the others see it. */
export function PointingSurface({ camera, width, height, focused, onLeave }: Props): ReactNode {
  const live = useLive();
  const tell = useCallback((at: Point | undefined) => live.signal('camera.pointed', at ? { camera, ...at } : { hidden: true }), [live, camera]);
  const [own, move] = useTelling(tell, true);
  return (
    <div className={css['over']} dir="ltr" data-pointing={camera}>
      <DrawingSurface pencil={pencil} aspect={height / width} width={width} visible={whole} focused={focused} onStroke={nothing} onText={nothing} onPointer={move} onLeave={onLeave} />
      {own && <span className={dots['dot']} style={{ insetInlineStart: `${own.x * 100}%`, insetBlockStart: `${own.y * 100}%`, pointerEvents: 'none' }} />}
    </div>
  );
}
