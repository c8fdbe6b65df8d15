import { limits } from '../../../protocol/limits.ts';
import { clamp, rounded } from '../view/geometry.ts';

/** x, y (fractions of the page) and pressure, one after the other, as marks carry them. */
export type Points = readonly number[];

/** Fractions of the page's width; a third of a pixel on a page that is 1000 px wide. */
const TOLERANCE = 0.00035;

/**
 * Leaves out the points that a line through their neighbours passes by anyway (Ramer, Douglas and Peucker), so that a
 * stroke weighs what it shows and not how fast the pen reports. `aspect` is the page's height over its width.
 */
export function simplify(points: Points, aspect: number, tolerance = TOLERANCE): Points {
  const count = points.length / 3;
  if (count <= 2) return points;
  const keep = new Uint8Array(count);
  keep[0] = 1;
  keep[count - 1] = 1;
  const spans: [number, number][] = [[0, count - 1]];
  for (let span = spans.pop(); span; span = spans.pop()) {
    const [from, to] = span;
    let farthest = 0;
    let at = -1;
    for (let index = from + 1; index < to; index++) {
      const distance = distanceToSpan(points, index, from, to, aspect);
      if (distance > farthest) [farthest, at] = [distance, index];
    }
    if (farthest <= tolerance) continue;
    keep[at] = 1;
    spans.push([from, at], [at, to]);
  }
  return points.filter((_value, index) => keep[Math.floor(index / 3)] === 1);
}

function distanceToSpan(points: Points, index: number, from: number, to: number, aspect: number): number {
  const x = points[index * 3]!;
  const y = points[index * 3 + 1]! * aspect;
  const x0 = points[from * 3]!;
  const y0 = points[from * 3 + 1]! * aspect;
  const dx = points[to * 3]! - x0;
  const dy = points[to * 3 + 1]! * aspect - y0;
  const length = dx * dx + dy * dy;
  const along = length === 0 ? 0 : clamp(((x - x0) * dx + (y - y0) * dy) / length, 0, 1);
  return Math.hypot(x - x0 - along * dx, y - y0 - along * dy);
}

/** Cuts a long stroke into marks that fit the protocol; each begins where the one before ended. */
export function split(points: Points, maxPoints: number = limits.markPoints): readonly Points[] {
  const parts: Points[] = [];
  let start = 0;
  do {
    parts.push(points.slice(start * 3, (start + maxPoints) * 3));
    start += maxPoints - 1;
  } while (start * 3 < points.length - 3);
  return parts;
}

/** Ready to be sent: within what the protocol takes, without digits that nobody sees. */
export function tidy(points: Points): Points {
  return points.map((value, index) => index % 3 === 2 ? Math.round(clamp(value, 0, 1) * 100) / 100 : rounded(clamp(value, -0.5, 1.5)));
}
