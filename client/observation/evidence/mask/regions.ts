import type { Region, Point } from '../../../../protocol/observation/annotation.ts';
import { clamp, rounded } from '../../../deck/view/geometry.ts';

export type Hides = Region['hides'];
export const hidden = ['person', 'plate', 'secret'] as const satisfies readonly Hides[];

/** A region while it is worked on. */
export interface DraftRegion extends Region {
  readonly id: string;
}

export const corners = ['nw', 'ne', 'sw', 'se'] as const;
export type Corner = (typeof corners)[number];

/** Smaller than this nobody can take hold of it; fractions of the picture. */
const LEAST = 0.008;

type Rectangle = Pick<Region, 'x' | 'y' | 'width' | 'height'>;

/** The rectangle between two points, at least as large as can be taken hold of, within the picture. */
export function between(from: Point, to: Point): Rectangle {
  const [x, width] = span(from.x, to.x);
  const [y, height] = span(from.y, to.y);
  return { x, y, width, height };
}

function span(from: number, to: number): readonly [number, number] {
  const length = Math.max(LEAST, Math.min(1, Math.abs(to - from)));
  const start = clamp(Math.min(from, to), 0, 1 - length);
  return [rounded(start), rounded(Math.min(length, 1 - start))];
}

/** A press that was not meant as a rectangle. */
export function isTooSmall(from: Point, to: Point): boolean {
  return Math.abs(to.x - from.x) < LEAST && Math.abs(to.y - from.y) < LEAST;
}

export function moved<R extends Rectangle>(region: R, dx: number, dy: number): R {
  return { ...region, x: rounded(clamp(region.x + dx, 0, 1 - region.width)), y: rounded(clamp(region.y + dy, 0, 1 - region.height)) };
}

/** A corner drawn to a point; the one across stays where it is. */
export function resized<R extends Rectangle>(region: R, corner: Corner, to: Point): R {
  const { x, y, width, height } = region;
  const across = { x: corner.endsWith('w') ? x + width : x, y: corner.startsWith('n') ? y + height : y };
  return { ...region, ...between(across, { x: clamp(to.x, 0, 1), y: clamp(to.y, 0, 1) }) };
}

/** Grown or shrunk at its end by keys. */
export function grown<R extends Rectangle>(region: R, dx: number, dy: number): R {
  return {
    ...region,
    width: rounded(clamp(region.width + dx, LEAST, 1 - region.x)), height: rounded(clamp(region.height + dy, LEAST, 1 - region.y)),
  };
}

/** The whole pixels that a region touches: what is only partly in it is hidden as well. */
export function pixelsOf({ x, y, width, height }: Rectangle, picture: { readonly width: number; readonly height: number }): Rectangle {
  // A coordinate that was rounded to a hundred-thousandth may miss its pixel by a hair.
  const hair = 1e-6;
  const left = Math.max(0, Math.floor(x * picture.width - hair));
  const top = Math.max(0, Math.floor(y * picture.height - hair));
  const right = Math.min(picture.width, Math.ceil((x + width) * picture.width + hair));
  const bottom = Math.min(picture.height, Math.ceil((y + height) * picture.height + hair));
  return { x: left, y: top, width: right - left, height: bottom - top };
}
