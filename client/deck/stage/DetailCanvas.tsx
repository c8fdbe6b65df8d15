import { useEffect, useState } from 'react';
import type { ReactNode } from 'react';
import { visiblePart } from '../view/geometry.ts';
import type { Box, Part, Size } from '../view/geometry.ts';
import type { ShownPage } from '../pdf/useShownPage.ts';
import { PageCanvas } from './PageCanvas.tsx';

interface Detail {
  readonly canvas: HTMLCanvasElement;
  readonly part: Part;
  readonly of: ShownPage;
}

interface Props {
  readonly shown: ShownPage;
  readonly box: Box;
  readonly area: Size & { readonly ratio: number };
}

/** Zooming goes on for a moment; only where it ends is drawn. */
const SETTLES_MS = 120;

/** The visible part of a zoomed page, drawn again so that it is sharp, over the page that is only enlarged. */
export function DetailCanvas({ shown, box, area }: Props): ReactNode {
  const [detail, setDetail] = useState<Detail>();
  const { left, top, width, height } = box;
  const { width: areaWidth, height: areaHeight, ratio } = area;
  const enlarged = width * ratio > shown.canvas.width + 1;
  useEffect(() => {
    if (!enlarged) return undefined;
    const stop = new AbortController();
    const timer = setTimeout(() => {
      const part = visiblePart({ width: areaWidth, height: areaHeight }, { left, top, width, height });
      const pixels = { x: part.x * width * ratio, y: part.y * height * ratio, width: part.width * width * ratio, height: part.height * height * ratio };
      shown.pdf.part(shown.page, (width * ratio) / shown.size.width, pixels, stop.signal).then(
        (canvas) => setDetail({ canvas, part, of: shown }),
        // Stopped by the next zoom, or not to be drawn: the enlarged page stays.
        () => undefined,
      );
    }, SETTLES_MS);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [enlarged, shown, left, top, width, height, areaWidth, areaHeight, ratio]);
  if (!enlarged || !detail || detail.of !== shown) return null;
  const { part, canvas } = detail;
  const percent = (share: number): string => `${share * 100}%`;
  return (
    <PageCanvas
      canvas={canvas}
      style={{ insetBlockStart: percent(part.y), insetInlineStart: percent(part.x), inlineSize: percent(part.width), blockSize: percent(part.height) }}
    />
  );
}
