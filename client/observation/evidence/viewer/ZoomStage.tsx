/* oxlint-disable jsx-a11y/no-noninteractive-element-interactions, jsx-a11y/no-noninteractive-tabindex -- The stage is zoomed and moved by keys. */
import { useCallback, useRef, useState } from 'react';
import type { KeyboardEvent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { wholePage } from '../../../../protocol/live/stage.ts';
import { useMeasured } from '../../../deck/pdf/useShownPage.ts';
import { useGestures } from '../../../deck/stage/useGestures.ts';
import { MAX_SCALE, panBy, place, ZOOM_STEP, zoomAt } from '../../../deck/view/geometry.ts';
import type { Box, Size } from '../../../deck/view/geometry.ts';
import { useLocale } from '../../../i18n/useLocale.ts';
import { IconButton } from '../../../ui/IconButton.tsx';
import css from './Viewer.module.css';

interface Props {
  readonly label: string;
  /** Of what is shown, in its own units; undefined as long as nobody knows. */
  readonly size: Size | undefined;
  /** One finger or the mouse draws instead of moving what is shown. */
  readonly isDrawing?: boolean;
  /** What is shown, as large as its box. */
  readonly children: (box: Box, area: Size & { readonly ratio: number }) => ReactNode;
  /** Further tools beside those to zoom. */
  readonly tools?: ReactNode;
}

/** How far an arrow key moves a picture that is zoomed, CSS pixels. */
const STEP = 60;
const nowhere: Box = { left: 0, top: 0, width: 0, height: 0 };

/** A picture or page as large as there is room, to be zoomed and moved with fingers, wheel, buttons and keys. */
export function ZoomStage({ label, size, isDrawing = false, children, tools }: Props): ReactNode {
  const { t } = useTranslation('evidence');
  const percent = new Intl.NumberFormat(useLocale(), { style: 'percent' });
  const [attach, area] = useMeasured();
  const element = useRef<HTMLElement>(null);
  const [view, setView] = useState(wholePage);
  const measure = useCallback((now: HTMLElement | null) => {
    element.current = now;
    attach(now);
  }, [attach]);
  useGestures(element, { area, page: size, view, moves: !isDrawing, onView: setView });

  const zoom = (factor: number): void => {
    if (size) setView(zoomAt(area, size, view, factor));
  };
  const pan = (dx: number, dy: number): void => {
    if (size) setView(panBy(area, size, view, dx, dy));
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const isZoomed = view.scale > 1;
    const acts: Readonly<Record<string, (() => void) | undefined>> = {
      '+': () => zoom(ZOOM_STEP), '=': () => zoom(ZOOM_STEP), '-': () => zoom(1 / ZOOM_STEP), '0': () => setView(wholePage),
      // Of a picture that fits, the arrow keys turn to the next.
      ...(isZoomed ? { ArrowLeft: () => pan(STEP, 0), ArrowRight: () => pan(-STEP, 0), ArrowUp: () => pan(0, STEP), ArrowDown: () => pan(0, -STEP) } : {}),
    };
    const act = acts[event.key];
    if (!act) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  };
  const box = size && place(area, size, view);
  return (
    <div className={css['zoom']}>
      <div
        ref={measure} className={css['area']} data-zoomed={view.scale > 1 && !isDrawing} role="group" aria-label={label} tabIndex={0} data-first
        onKeyDown={onKeyDown}
      >
        {/* A picture has the same left and right whatever direction the screen is read in. */}
        <div dir="ltr" className={css['box']} style={box && { insetInlineStart: box.left, insetBlockStart: box.top, inlineSize: box.width, blockSize: box.height }}>
          {children(box ?? nowhere, area)}
        </div>
      </div>
      <div className={css['tools']} role="group" aria-label={t('zoom.label')}>
        {tools}
        <IconButton icon="zoomOut" label={t('zoom.out')} disabled={view.scale <= 1} onClick={() => zoom(1 / ZOOM_STEP)} />
        <button type="button" className={css['percent']} aria-label={t('zoom.wholeNow', { percent: percent.format(view.scale) })} title={t('zoom.whole')} disabled={view.scale <= 1} onClick={() => setView(wholePage)}>{percent.format(view.scale)}</button>
        <IconButton icon="zoomIn" label={t('zoom.in')} disabled={view.scale >= MAX_SCALE} onClick={() => zoom(ZOOM_STEP)} />
      </div>
    </div>
  );
}
