/* oxlint-disable jsx-a11y/no-noninteractive-element-interactions, jsx-a11y/no-noninteractive-tabindex -- The surface is pressed, dragged and typed on; its label says how. */
import { useEffect, useRef, useState } from 'react';
import type { KeyboardEvent, PointerEvent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { limits } from '../../../protocol/limits.ts';
import type { Ink } from '../../../protocol/live/marks.ts';
import { nextNumber } from '../../../protocol/observation/annotation.ts';
import type { Annotation, Point } from '../../../protocol/observation/annotation.ts';
import { announce } from '../../app/announcer.tsx';
import { TextEditor } from '../../deck/ink/TextEditor.tsx';
import { boxOf } from '../../deck/ink/useStroke.ts';
import { fractionAt, ontoPage } from '../../deck/view/geometry.ts';
import { newId } from '../../live/ids.ts';
import { AnnotationLayer, AnnotationShape } from './AnnotationLayer.tsx';
import { drawn, written } from './shapes.ts';
import type { AnnotationTool, PictureBox } from './shapes.ts';
import css from './annotate.module.css';

export interface AnnotationEditorProps extends PictureBox {
  /** What is on the picture already; shown, and the next number follows from it. */
  readonly marks: readonly Annotation[];
  readonly tool: AnnotationTool;
  readonly ink: Ink;
  readonly onAdd: (mark: Annotation) => void;
  /** Escape, when nothing is under way. */
  readonly onLeave?: () => void;
  /** Takes the focus: the tool was chosen with the keyboard. */
  readonly focused?: boolean;
}

/** The least and the usual step of the arrow keys, in fractions of the picture's width. */
const STEP = 0.01;
const LEAP = 0.05;
const arrows: Readonly<Record<string, Point>> = {
  ArrowLeft: { x: -1, y: 0 }, ArrowRight: { x: 1, y: 0 }, ArrowUp: { x: 0, y: -1 }, ArrowDown: { x: 0, y: 1 },
};
const middle: Point = { x: 0.5, y: 0.5 };

/**
 * Marks a picture with mouse, pen, finger or keys. It fills its parent, which lies exactly over the picture, and draws the marks itself.
 * With the keyboard the arrow keys move a cross, Enter begins a mark there, and Enter again finishes it.
 */
export function AnnotationEditor({ marks, width, height, tool, ink, onAdd, onLeave, focused = false }: AnnotationEditorProps): ReactNode {
  const { t } = useTranslation(['directing', 'deck']);
  const surface = useRef<HTMLDivElement>(null);
  const pointer = useRef<number>(undefined);
  const [from, setFrom] = useState<Point>();
  const [to, setTo] = useState<Point>();
  /** Where the keyboard is; it is shown while the keyboard is used. */
  const [cross, setCross] = useState<Point>();
  const [writing, setWriting] = useState<Point>();
  const box = { width, height };

  useEffect(() => {
    if (focused) surface.current?.focus({ preventScroll: true });
  }, [focused, tool]);

  const give = (mark: Annotation): void => {
    onAdd(mark);
    announce(mark.shape === 'text' ? t('annotate.added.text') : t(`annotate.added.${mark.shape}`, { number: mark.number }));
  };
  const giveUp = (): void => {
    pointer.current = undefined;
    setFrom(undefined);
    setTo(undefined);
  };
  const finish = (end: Point): void => {
    if (from && tool !== 'text') give(drawn(tool, ink, newId(), nextNumber(marks), from, end, box));
    giveUp();
  };
  const placeOf = (event: PointerEvent<HTMLElement>): Point => ontoPage(fractionAt(boxOf(event.currentTarget), { x: event.clientX, y: event.clientY }));

  const onPointerDown = (event: PointerEvent<HTMLElement>): void => {
    setCross(undefined);
    if (!event.isPrimary) return giveUp();
    if (event.button !== 0) return;
    event.preventDefault();
    // What was being written is finished by losing focus, before another begins.
    event.currentTarget.focus({ preventScroll: true });
    const at = placeOf(event);
    if (tool === 'text') return setWriting(at);
    event.currentTarget.setPointerCapture(event.pointerId);
    pointer.current = event.pointerId;
    setFrom(at);
    setTo(at);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const at = cross ?? middle;
    const direction = event.altKey || event.ctrlKey || event.metaKey ? undefined : arrows[event.key];
    if (direction) {
      event.preventDefault();
      event.stopPropagation();
      const far = event.shiftKey ? LEAP : STEP;
      const next = ontoPage({ x: at.x + direction.x * far, y: at.y + direction.y * far * (width / height) });
      setCross(next);
      if (from) setTo(next);
    } else if (event.key === 'Escape' && (from || onLeave)) {
      event.preventDefault();
      event.stopPropagation();
      if (from) giveUp();
      else onLeave?.();
    } else if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      event.stopPropagation();
      setCross(at);
      if (tool === 'text') setWriting(at);
      else if (from) finish(at);
      else {
        setFrom(at);
        setTo(at);
        announce(t('annotate.begun'));
      }
    }
  };

  const shown = from && to && tool !== 'text' ? drawn(tool, ink, 'new', nextNumber(marks), from, to, box) : undefined;
  return (
    <div
      ref={surface} className={css['surface']} data-tool={tool} dir="ltr" role="application" tabIndex={0} aria-label={t(`annotate.keyboard.${tool}`)}
      onPointerDown={onPointerDown} onKeyDown={onKeyDown}
      onPointerMove={(event) => {
        if (event.pointerId === pointer.current) setTo(placeOf(event));
      }}
      onPointerUp={(event) => {
        if (event.pointerId === pointer.current) finish(placeOf(event));
      }}
      onPointerCancel={giveUp}
      onBlur={() => {
        giveUp();
        setCross(undefined);
      }}
    >
      <AnnotationLayer marks={marks} width={width} height={height} />
      <svg className={css['layer']} viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
        {shown && <AnnotationShape mark={shown} width={width} height={height} />}
        {cross && <Cross x={cross.x * width} y={cross.y * height} />}
      </svg>
      {writing && tool === 'text' && (
        <TextEditor
          key={`${writing.x} ${writing.y}`} at={writing} ink={ink} width={width} most={limits.annotationChars}
          onDone={(text) => {
            setWriting((now) => now === writing ? undefined : now);
            if (text.trim() !== '') give(written(ink, newId(), writing, text.trim()));
            surface.current?.focus({ preventScroll: true });
          }}
        />
      )}
    </div>
  );
}

function Cross({ x, y }: Point): ReactNode {
  const path = `M${x - 14} ${y}H${x - 4}M${x + 4} ${y}H${x + 14}M${x} ${y - 14}V${y - 4}M${x} ${y + 4}V${y + 14}`;
  return <><path d={path} className={css['crossEdge']} /><path d={path} className={css['cross']} /></>;
}
