import { fractionAt } from '../view/geometry.ts';
import type { Box, Point } from '../view/geometry.ts';
import { simplify, split, tidy } from './simplify.ts';
import type { Points } from './simplify.ts';

/** A pen that does not tell how hard it is pressed, and every mouse, presses like this. */
const PRESSURE = 0.5;
/** A line that is longer is sent in parts while it is still being drawn, so that nobody waits for it. */
const PART_POINTS = 1_200;

/** A stroke while the pen is down. */
export class Stroke {
  readonly #aspect: number;
  #points: number[] = [];

  /** `aspect` is the page's height over its width. */
  constructor(aspect: number) {
    this.#aspect = aspect;
  }

  get points(): Points {
    return this.#points;
  }

  add({ x, y }: Point, pressure = PRESSURE): void {
    this.#points.push(x, y, pressure);
  }

  /** The finished part of a stroke that has become long; drawing goes on where it ends. */
  takePart(): Points | undefined {
    if (this.#points.length < PART_POINTS * 3) return undefined;
    const part = this.#points;
    this.#points = part.slice(-3);
    return this.#marks(part)[0];
  }

  /** What is to be sent when the pen goes up. */
  finish(): readonly Points[] {
    return this.#points.length === 0 ? [] : this.#marks(this.#points);
  }

  #marks(points: Points): readonly Points[] {
    return split(tidy(simplify(points, this.#aspect)));
  }
}

/** Where and how hard a pointer event presses, in fractions of the page. */
export function pressOf(event: PointerEvent, box: Box): { readonly at: Point; readonly pressure: number } {
  const at = fractionAt(box, { x: event.clientX, y: event.clientY });
  return { at, pressure: event.pointerType === 'pen' && event.pressure > 0 ? event.pressure : PRESSURE };
}
