import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import type { Size } from '../view/geometry.ts';
import type { OpenPdf } from './openPdf.ts';

/** A page that is drawn and can be put on the screen. */
export interface ShownPage {
  readonly pdf: OpenPdf;
  readonly page: number;
  readonly canvas: HTMLCanvasElement;
  /** Of the page, in points. */
  readonly size: Size;
}

/** The wanted page first, then the one that is likely next. */
function nearby(page: number, pages: number): readonly number[] {
  return [page, page + 1, page - 1].filter((one) => one >= 1 && one <= pages);
}

/**
 * The page to show: the wanted one as soon as it is drawn, and until then the one that was shown before, so that nothing
 * ever flashes. The pages beside it are drawn ahead. `area` is in device pixels.
 */
export function useShownPage(pdf: OpenPdf | undefined, page: number, pages: number, area: Size): ShownPage | undefined {
  const { width, height } = area;
  useEffect(() => {
    pdf?.pages.want(nearby(page, pages), { width, height });
  }, [pdf, page, pages, width, height]);
  const subscribe = useCallback((listener: () => void) => pdf?.pages.subscribe(listener) ?? (() => undefined), [pdf]);
  const canvas = useSyncExternalStore(subscribe, () => pdf?.pages.get(page)?.image);
  const [last, setLast] = useState<ShownPage>();
  const size = pdf?.knownSize(page);
  if (!pdf || !canvas || !size || last?.canvas === canvas) return last;
  const next = { pdf, page, canvas, size };
  setLast(next);
  return next;
}

/** Why the wanted page cannot be drawn, if so. */
export function usePageFailure(pdf: OpenPdf | undefined, page: number): unknown {
  const subscribe = useCallback((listener: () => void) => pdf?.pages.subscribe(listener) ?? (() => undefined), [pdf]);
  return useSyncExternalStore(subscribe, () => pdf?.pages.failure(page));
}

/** The size of an element in CSS pixels, and how many device pixels one of them is. */
export function useMeasured(): readonly [(element: HTMLElement | null) => void, Size & { readonly ratio: number }] {
  const [measured, setMeasured] = useState({ width: 0, height: 0, ratio: globalThis.devicePixelRatio });
  const watching = useRef<ResizeObserver>(undefined);
  const attach = useCallback((element: HTMLElement | null) => {
    watching.current?.disconnect();
    if (!element) return;
    const measure = (): void => {
      const ratio = globalThis.devicePixelRatio;
      // In whole device pixels, so that what is drawn to fit is what is shown.
      const whole = (length: number): number => Math.round(length * ratio) / ratio;
      setMeasured({ width: whole(element.clientWidth), height: whole(element.clientHeight), ratio });
    };
    watching.current = new ResizeObserver(measure);
    watching.current.observe(element);
    measure();
  }, []);
  return [attach, measured];
}
