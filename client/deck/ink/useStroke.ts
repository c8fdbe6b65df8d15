import { useCallback, useMemo, useRef } from 'react';
import type { PointerEvent as ReactPointerEvent, RefObject } from 'react';
import type { Ink } from '../../../protocol/live/marks.ts';
import type { Box, Point } from '../view/geometry.ts';
import { ontoPage } from '../view/geometry.ts';
import { markerPath, penPath, UNITS } from './outline.ts';
import type { Points } from './simplify.ts';
import { pressOf, Stroke } from './stroke.ts';
import { inkColours, MARKER_WIDTH, PEN_WIDTH } from './tools.ts';

interface Options {
  readonly tool: 'pen' | 'marker';
  readonly ink: Ink;
  readonly aspect: number;
  /** The path that shows the stroke while it is drawn; written directly, because a pen reports faster than React renders. */
  readonly path: RefObject<SVGPathElement | null>;
  readonly onPart: (points: Points) => void;
}

export interface StrokeHandlers {
  readonly begin: (event: ReactPointerEvent<HTMLElement>) => void;
  readonly move: (event: ReactPointerEvent<HTMLElement>) => void;
  readonly end: () => void;
  /** The stroke is given up: a second finger came. */
  readonly cancel: () => void;
  /** The same with the keyboard. */
  readonly press: (at: Point) => void;
  readonly to: (at: Point) => void;
}

/** Drawing with mouse, pen or finger: shown at once, handed over in parts when long, and whole when the pen goes up. */
export function useStroke({ tool, ink, aspect, path, onPart }: Options): StrokeHandlers {
  const stroke = useRef<Stroke>(undefined);
  const pointer = useRef<number>(undefined);
  // Who draws with a pen rests a hand on the glass.
  const hasPen = useRef(false);

  const show = useCallback(() => {
    const element = path.current;
    if (!element) return;
    const points = stroke.current?.points ?? [];
    const pen = tool === 'pen';
    element.setAttribute('d', pen ? penPath(points, PEN_WIDTH, aspect) : markerPath(points, aspect));
    element.setAttribute('fill', pen ? inkColours[ink] : 'none');
    element.setAttribute('stroke', pen ? 'none' : inkColours[ink]);
    element.setAttribute('stroke-width', pen ? '0' : String(MARKER_WIDTH * UNITS));
  }, [path, tool, ink, aspect]);

  return useMemo(() => {
    const cancel = (): void => {
      stroke.current = undefined;
      pointer.current = undefined;
      show();
    };
    const end = (): void => {
      const parts = stroke.current?.finish() ?? [];
      cancel();
      for (const part of parts) onPart(part);
    };
    const extend = (add: (current: Stroke) => void): void => {
      const current = stroke.current;
      if (!current) return;
      add(current);
      const part = current.takePart();
      if (part) onPart(part);
      show();
    };
    return {
      begin: (event) => {
        if (event.pointerType === 'pen') hasPen.current = true;
        if (event.pointerType === 'touch' && hasPen.current) return;
        if (!event.isPrimary) return cancel();
        if (event.button !== 0) return;
        event.preventDefault();
        event.currentTarget.focus({ preventScroll: true });
        event.currentTarget.setPointerCapture(event.pointerId);
        pointer.current = event.pointerId;
        stroke.current = new Stroke(aspect);
        const box = boxOf(event.currentTarget);
        extend((current) => {
          const { at, pressure } = pressOf(event.nativeEvent, box);
          current.add(ontoPage(at), pressure);
        });
      },
      move: (event) => {
        if (event.pointerId !== pointer.current) return;
        const box = boxOf(event.currentTarget);
        // All that the pen reported since the last frame, where the browser tells.
        const reports = event.nativeEvent.getCoalescedEvents?.() ?? [];
        extend((current) => {
          for (const report of reports.length > 0 ? reports : [event.nativeEvent]) {
            const { at, pressure } = pressOf(report, box);
            current.add(ontoPage(at), pressure);
          }
        });
      },
      end, cancel,
      press: (at) => {
        stroke.current = new Stroke(aspect);
        extend((current) => current.add(at));
      },
      to: (at) => extend((current) => current.add(at)),
    };
  }, [show, onPart, aspect]);
}

export function boxOf(element: HTMLElement): Box {
  const { left, top, width, height } = element.getBoundingClientRect();
  return { left, top, width, height };
}
