/* oxlint-disable jsx-a11y/no-noninteractive-element-interactions, jsx-a11y/no-noninteractive-tabindex -- The surface is pressed, dragged and typed on; its label says how. */
import { useEffect, useRef, useState } from 'react';
import type { KeyboardEvent, PointerEvent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { announce } from '../../app/announcer.tsx';
import { fractionAt, isOnPage, ontoPage } from '../view/geometry.ts';
import type { Part, Point } from '../view/geometry.ts';
import { UNITS } from './outline.ts';
import type { Points } from './simplify.ts';
import { TextEditor } from './TextEditor.tsx';
import type { Pencil, Tool } from './tools.ts';
import { boxOf, useStroke } from './useStroke.ts';
import css from './ink.module.css';

interface Props {
  readonly pencil: Pencil & { readonly tool: Exclude<Tool, 'select'> };
  /** The page's height over its width, and its width on the screen in CSS pixels. */
  readonly aspect: number;
  readonly width: number;
  /** The part of the page that can be seen; the keyboard begins in its middle. */
  readonly visible: Part;
  /** Takes the focus: the tool was chosen with the keyboard. */
  readonly focused: boolean;
  readonly onStroke: (tool: 'pen' | 'marker', points: Points) => void;
  readonly onText: (at: Point, text: string) => void;
  /** undefined: the laser pointer went off the page. */
  readonly onPointer: (at: Point | undefined) => void;
  /** Escape: back to selecting. */
  readonly onLeave: () => void;
}

/** The least and the usual step of the arrow keys, in fractions of the page. */
const STEP = 0.01;
const LEAP = 0.05;
const arrows: Readonly<Record<string, Point>> = {
  ArrowLeft: { x: -1, y: 0 }, ArrowRight: { x: 1, y: 0 }, ArrowUp: { x: 0, y: -1 }, ArrowDown: { x: 0, y: 1 },
};

/** Lies over the page while something is drawn, written or pointed at; with the keyboard as well as with a hand. */
export function DrawingSurface({ pencil: { tool, ink }, aspect, width, visible, focused, onStroke, onText, onPointer, onLeave }: Props): ReactNode {
  const { t } = useTranslation('deck');
  const path = useRef<SVGPathElement>(null);
  const surface = useRef<HTMLDivElement>(null);
  const [caret, setCaret] = useState<Point>();
  const [down, setDown] = useState(false);
  const [writing, setWriting] = useState<Point>();
  const line = tool === 'marker' ? 'marker' : 'pen';
  const stroke = useStroke({ tool: line, ink, aspect, path, onPart: (points) => onStroke(line, points) });
  const draws = tool === 'pen' || tool === 'marker';
  const middle = { x: visible.x + visible.width / 2, y: visible.y + visible.height / 2 };

  useEffect(() => {
    if (focused) surface.current?.focus({ preventScroll: true });
  }, [focused, tool]);

  const point = (event: PointerEvent<HTMLElement>): void => {
    const at = fractionAt(boxOf(event.currentTarget), { x: event.clientX, y: event.clientY });
    onPointer(isOnPage(at) ? at : undefined);
  };
  const onPointerDown = (event: PointerEvent<HTMLElement>): void => {
    setCaret(undefined);
    if (draws) return stroke.begin(event);
    if (!event.isPrimary || event.button !== 0) return;
    event.preventDefault();
    if (tool === 'pointer') return point(event);
    // What was being written is finished by losing focus, before another begins.
    event.currentTarget.focus({ preventScroll: true });
    setWriting(ontoPage(fractionAt(boxOf(event.currentTarget), { x: event.clientX, y: event.clientY })));
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    const direction = event.altKey || event.ctrlKey || event.metaKey ? undefined : arrows[event.key];
    const at = caret ?? middle;
    if (direction) {
      event.preventDefault();
      const far = event.shiftKey ? LEAP : STEP;
      const to = ontoPage({ x: at.x + direction.x * far, y: at.y + (direction.y * far) / aspect });
      setCaret(to);
      if (tool === 'pointer') onPointer(to);
      else if (down) stroke.to(to);
    } else if (event.key === 'Escape') {
      event.preventDefault();
      stroke.cancel();
      onLeave();
    } else if (event.key === ' ' || event.key === 'Enter') {
      event.preventDefault();
      setCaret(at);
      if (tool === 'text') setWriting(at);
      else if (draws) toggle(at);
    }
  };
  const toggle = (at: Point): void => {
    if (down) stroke.end();
    else stroke.press(at);
    setDown(!down);
    announce(t(down ? 'keyboard.up' : 'keyboard.down'));
  };

  return (
    <div
      ref={surface} className={css['surface']} data-tool={tool} role="application" tabIndex={0} aria-label={t(`keyboard.${tool}`)}
      onPointerDown={onPointerDown} onKeyDown={onKeyDown}
      onPointerMove={(event) => tool === 'pointer' ? point(event) : stroke.move(event)} onPointerUp={(event) => {
        if (draws) stroke.end();
        else if (tool === 'pointer' && event.pointerType === 'touch') onPointer(undefined);
      }}
      onPointerCancel={stroke.cancel} onPointerLeave={() => tool === 'pointer' && onPointer(undefined)}
      onBlur={() => {
        if (down) stroke.end();
        setDown(false);
        setCaret(undefined);
      }}
    >
      <svg className={css['live']} viewBox={`0 0 ${UNITS} ${UNITS * aspect}`} preserveAspectRatio="none" aria-hidden="true">
        <path ref={path} className={tool === 'marker' ? css['marker'] : undefined} />
      </svg>
      {caret && tool !== 'pointer' && (
        <span className={css['caret']} data-down={down} style={{ insetInlineStart: `${caret.x * 100}%`, insetBlockStart: `${caret.y * 100}%` }} />
      )}
      {writing && tool === 'text' && (
        <TextEditor
          key={`${writing.x} ${writing.y}`} at={writing} ink={ink} width={width}
          onDone={(text) => {
            setWriting((now) => now === writing ? undefined : now);
            if (text.trim() !== '') onText(writing, text.trim());
            surface.current?.focus({ preventScroll: true });
          }}
        />
      )}
    </div>
  );
}
