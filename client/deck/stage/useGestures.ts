import { useEffect, useRef } from 'react';
import type { RefObject } from 'react';
import { wholePage } from '../../../protocol/live/stage.ts';
import type { View } from '../../../protocol/live/stage.ts';
import { panBy, pinched, zoomAt } from '../view/geometry.ts';
import type { Point, Size } from '../view/geometry.ts';

interface Options {
  readonly area: Size;
  readonly page: Size | undefined;
  readonly view: View;
  /** One finger, or the mouse beside the words, moves a zoomed page; off while something is drawn. */
  readonly moves: boolean;
  readonly onView: (view: View) => void;
  /** A finger swept over a whole page: 1 is on, -1 is back. Absent: sweeping does nothing. */
  readonly onSweep?: ((step: 1 | -1) => void) | undefined;
}

/** One notch of a wheel is about 100. */
const WHEEL_ZOOM = 0.0022;
/** Further than this, and more across than along, is a sweep; CSS pixels. */
const SWEEP = 64;

/** Wheel, drag, pinch and sweep over the page. The listeners are not React's, because those cannot keep the browser from zooming itself. */
export function useGestures(element: RefObject<HTMLElement | null>, options: Options): void {
  const now = useRef(options);
  useEffect(() => {
    now.current = options;
  });
  useEffect(() => {
    const area = element.current;
    if (!area) return undefined;
    const listening = new AbortController();
    const on = <K extends 'wheel' | 'pointerdown' | 'pointermove' | 'pointerup' | 'pointercancel'>(type: K, listener: (event: HTMLElementEventMap[K]) => void): void =>
      area.addEventListener(type, listener, { signal: listening.signal, passive: false });
    const gesture = new Gesture(area, now);
    on('wheel', (event) => gesture.wheel(event));
    on('pointerdown', (event) => gesture.down(event));
    on('pointermove', (event) => gesture.move(event));
    on('pointerup', (event) => gesture.up(event));
    on('pointercancel', (event) => gesture.up(event));
    return () => listening.abort();
  }, [element]);
}

class Gesture {
  readonly #element: HTMLElement;
  readonly #now: RefObject<Options>;
  readonly #pointers = new Map<number, Point>();
  #start: Point | undefined;
  /** The newest view that was asked for; the next report of the same gesture goes on from it. */
  #view: View | undefined;

  constructor(element: HTMLElement, now: RefObject<Options>) {
    this.#element = element;
    this.#now = now;
  }

  wheel(event: WheelEvent): void {
    const { area, page, view, onView } = this.#now.current;
    if (!page) return;
    // A pinch on a touchpad comes as a wheel with the control key.
    if (event.ctrlKey || event.metaKey) {
      event.preventDefault();
      onView(zoomAt(area, page, view, Math.exp(-event.deltaY * WHEEL_ZOOM), this.#at(event)));
    } else if (view.scale > 1) {
      event.preventDefault();
      onView(panBy(area, page, view, -event.deltaX, -event.deltaY));
    }
  }

  down(event: PointerEvent): void {
    const { moves } = this.#now.current;
    const touch = event.pointerType === 'touch';
    if (!touch && !(moves && event.button === 0 && this.#isBare(event.target))) return;
    if (!touch) {
      event.preventDefault();
      this.#element.setPointerCapture(event.pointerId);
      this.#element.closest<HTMLElement>('[tabindex]')?.focus({ preventScroll: true });
    }
    this.#pointers.set(event.pointerId, this.#at(event));
    this.#start = this.#pointers.size === 1 ? this.#at(event) : undefined;
    this.#view = undefined;
  }

  move(event: PointerEvent): void {
    const before = this.#pointers.get(event.pointerId);
    if (!before) return;
    const at = this.#at(event);
    const { area, page, moves, onView } = this.#now.current;
    const view = this.#view ?? this.#now.current.view;
    const other = [...this.#pointers].find(([id]) => id !== event.pointerId)?.[1];
    this.#pointers.set(event.pointerId, at);
    if (!page) return;
    if (other) this.#ask(pinched(area, page, view, [before, other], [at, other]), onView);
    else if (moves && view.scale > 1) this.#ask(panBy(area, page, view, at.x - before.x, at.y - before.y), onView);
  }

  up(event: PointerEvent): void {
    if (!this.#pointers.delete(event.pointerId)) return;
    const { view, moves, onSweep } = this.#now.current;
    const at = this.#at(event);
    const start = this.#start;
    this.#start = undefined;
    this.#view = undefined;
    if (event.type !== 'pointerup' || event.pointerType !== 'touch' || !start || !moves || view.scale > wholePage.scale) return;
    const across = at.x - start.x;
    if (Math.abs(across) > SWEEP && Math.abs(across) > 2 * Math.abs(at.y - start.y)) onSweep?.(across < 0 ? 1 : -1);
  }

  #ask(view: View, onView: (view: View) => void): void {
    this.#view = view;
    onView(view);
  }

  /** Not on a word, which is being selected, nor on anything that is pressed. */
  #isBare(target: EventTarget | null): boolean {
    return target instanceof Element && target.closest('span, a, button, textarea') === null;
  }

  #at({ clientX, clientY }: { readonly clientX: number; readonly clientY: number }): Point {
    const { left, top } = this.#element.getBoundingClientRect();
    return { x: clientX - left, y: clientY - top };
  }
}
