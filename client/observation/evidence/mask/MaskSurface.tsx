import { useRef, useState } from 'react';
import type { KeyboardEvent, PointerEvent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { limits } from '../../../../protocol/limits.ts';
import type { Point } from '../../../../protocol/observation/annotation.ts';
import { boxOf } from '../../../deck/ink/useStroke.ts';
import { fractionAt, ontoPage } from '../../../deck/view/geometry.ts';
import { newId } from '../../../live/ids.ts';
import { cx } from '../../../ui/cx.ts';
import { between, corners, grown, isTooSmall, moved, resized } from './regions.ts';
import type { Corner, DraftRegion, Hides } from './regions.ts';
import css from './Mask.module.css';

interface Props {
  readonly regions: readonly DraftRegion[];
  readonly chosen: string | undefined;
  /** What a new region hides, until it is said otherwise. */
  readonly hides: Hides;
  /** As the observers will see it: nothing shines through. */
  readonly isSolid: boolean;
  readonly onRegions: (regions: readonly DraftRegion[]) => void;
  readonly onChoose: (id: string | undefined) => void;
}

/** What a pointer that is down does. */
type Grip =
  | { readonly does: 'draw'; readonly from: Point }
  | { readonly does: 'move'; readonly region: DraftRegion; readonly from: Point }
  | { readonly does: 'resize'; readonly region: DraftRegion; readonly corner: Corner };

const STEP = 0.005;
const LEAP = 0.03;
const arrows: Readonly<Record<string, Point>> = { ArrowLeft: { x: -1, y: 0 }, ArrowRight: { x: 1, y: 0 }, ArrowUp: { x: 0, y: -1 }, ArrowDown: { x: 0, y: 1 } };

/**
 * Rectangles over a picture: drawn on what is free, moved by their middle, resized by their corners. Each is reached by Tab;
 * the arrow keys move it, with Shift they change its size, with Control they go far, and Delete takes it away.
 */
export function MaskSurface({ regions, chosen, hides, isSolid, onRegions, onChoose }: Props): ReactNode {
  const { t } = useTranslation('evidence');
  const surface = useRef<HTMLDivElement>(null);
  const grip = useRef<{ readonly pointer: number; readonly grip: Grip }>(undefined);
  const [drawing, setDrawing] = useState<readonly [Point, Point]>();
  const change = (region: DraftRegion): void => onRegions(regions.map((one) => one.id === region.id ? region : one));
  const remove = (id: string): void => {
    onRegions(regions.filter((one) => one.id !== id));
    onChoose(undefined);
    surface.current?.closest<HTMLElement>('[data-first]')?.focus({ preventScroll: true });
  };
  const placeOf = (event: PointerEvent): Point => surface.current ? ontoPage(fractionAt(boxOf(surface.current), { x: event.clientX, y: event.clientY })) : { x: 0, y: 0 };

  const take = (event: PointerEvent, next: Grip): void => {
    event.preventDefault();
    event.stopPropagation();
    surface.current?.setPointerCapture(event.pointerId);
    grip.current = { pointer: event.pointerId, grip: next };
  };
  const letGo = (): void => {
    grip.current = undefined;
    setDrawing(undefined);
  };
  const onPointerMove = (event: PointerEvent): void => {
    const now = grip.current;
    if (now?.pointer !== event.pointerId) return;
    const at = placeOf(event);
    if (now.grip.does === 'draw') setDrawing([now.grip.from, at]);
    else if (now.grip.does === 'move') change(moved(now.grip.region, at.x - now.grip.from.x, at.y - now.grip.from.y));
    else change(resized(now.grip.region, now.grip.corner, at));
  };
  const onPointerUp = (event: PointerEvent): void => {
    const now = grip.current;
    if (now?.pointer !== event.pointerId) return;
    letGo();
    if (now.grip.does !== 'draw') return;
    const at = placeOf(event);
    if (isTooSmall(now.grip.from, at)) return onChoose(undefined);
    const id = newId();
    onRegions([...regions, { id, ...between(now.grip.from, at), hides }]);
    onChoose(id);
  };
  const onKeyDown = (event: KeyboardEvent, region: DraftRegion): void => {
    const direction = event.altKey || event.metaKey ? undefined : arrows[event.key];
    if (!direction && event.key !== 'Delete' && event.key !== 'Backspace') return;
    event.preventDefault();
    event.stopPropagation();
    if (!direction) return remove(region.id);
    const far = event.ctrlKey ? LEAP : STEP;
    change((event.shiftKey ? grown : moved)(region, direction.x * far, direction.y * far));
  };

  return (
    <div
      ref={surface} className={cx(css['surface'], isSolid && css['solid'])} dir="ltr" data-mask-surface
      onPointerDown={(event) => {
        // A second finger zooms the picture and draws nothing.
        if (!event.isPrimary) return letGo();
        if (event.button !== 0 || regions.length >= limits.maskRegions) return;
        const from = placeOf(event);
        event.preventDefault();
        event.currentTarget.setPointerCapture(event.pointerId);
        grip.current = { pointer: event.pointerId, grip: { does: 'draw', from } };
      }}
      onPointerMove={onPointerMove} onPointerUp={onPointerUp} onPointerCancel={letGo}
    >
      {regions.map((region, index) => (
        <div key={region.id} className={cx(css['region'], region.id === chosen && css['chosen'])} style={styleOf(region)} data-region={region.id}>
          <button
            type="button" className={css['body']} data-hides={region.hides}
            aria-label={t('mask.region', { number: index + 1, hides: t(`mask.hides.${region.hides}`) })} aria-describedby="mask-keys"
            onFocus={() => onChoose(region.id)} onKeyDown={(event) => onKeyDown(event, region)}
            onPointerDown={(event) => {
              if (!event.isPrimary || event.button !== 0) return;
              event.currentTarget.focus({ preventScroll: true });
              take(event, { does: 'move', region, from: placeOf(event) });
            }}
          >
            <span className={css['tag']} aria-hidden="true">{index + 1}</span>
          </button>
          {corners.map((corner) => (
            <span
              key={corner} className={css['corner']} data-corner={corner} aria-hidden="true"
              onPointerDown={(event) => {
                if (!event.isPrimary || event.button !== 0) return;
                onChoose(region.id);
                take(event, { does: 'resize', region, corner });
              }}
            />
          ))}
        </div>
      ))}
      {drawing && <div className={css['region']} style={styleOf(between(...drawing))}><span className={css['body']} /></div>}
    </div>
  );
}

function styleOf({ x, y, width, height }: Pick<DraftRegion, 'x' | 'y' | 'width' | 'height'>) {
  const percent = (share: number): string => `${share * 100}%`;
  return { insetInlineStart: percent(x), insetBlockStart: percent(y), inlineSize: percent(width), blockSize: percent(height) };
}
