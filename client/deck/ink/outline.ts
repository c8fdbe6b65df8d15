import { getStroke } from 'perfect-freehand';
import type { Points } from './simplify.ts';

/** Marks are drawn in a space that is 1000 units wide, whatever the page's size. */
export const UNITS = 1000;

/** The outline of a pen's stroke as an SVG path. `aspect` is the page's height over its width, `width` a fraction of its width. */
export function penPath(points: Points, width: number, aspect: number): string {
  // Not streamlined: the points have been thinned out already, and each must be reached.
  const outline = getStroke(positions(points, aspect), {
    size: width * UNITS, thinning: 0.5, smoothing: 0.5, streamline: 0, simulatePressure: false,
  });
  return closedPath(outline.map(([x, y]) => [x!, y!]));
}

/** The line of a marker: of even width, so it is stroked and not filled. */
export function markerPath(points: Points, aspect: number): string {
  const at = positions(points, aspect);
  // A single touch is a dot: a line without length, which round ends make visible.
  return at.map(([x, y], index) => `${index === 0 ? 'M' : 'L'}${one(x)} ${one(y)}`).join('') + (at.length === 1 ? 'h0.01' : '');
}

function positions(points: Points, aspect: number): [number, number, number][] {
  const result: [number, number, number][] = [];
  for (let index = 0; index + 2 < points.length; index += 3) {
    result.push([points[index]! * UNITS, points[index + 1]! * UNITS * aspect, points[index + 2]!]);
  }
  return result;
}

/** Curves through the middles between the outline's points: smooth without more points. */
function closedPath(points: readonly (readonly [number, number])[]): string {
  const first = points[0];
  if (!first) return '';
  const middles = points.map(([x, y], index) => {
    const [nextX, nextY] = points[(index + 1) % points.length]!;
    return `Q${one(x)} ${one(y)} ${one((x + nextX) / 2)} ${one((y + nextY) / 2)}`;
  });
  const last = points.at(-1)!;
  return `M${one((last[0] + first[0]) / 2)} ${one((last[1] + first[1]) / 2)}${middles.join('')}Z`;
}

function one(value: number): string {
  return String(Math.round(value * 10) / 10);
}
