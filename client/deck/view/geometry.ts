import type { View } from '../../../protocol/live/stage.ts';
import { wholePage } from '../../../protocol/live/stage.ts';

/** Lengths in CSS pixels, or in points for a page; only the proportion of a page matters here. */
export interface Size {
  readonly width: number;
  readonly height: number;
}
export interface Point {
  readonly x: number;
  readonly y: number;
}
/** Where the page lies in the area that shows it; larger than the area when it is zoomed. */
export interface Box extends Size {
  readonly left: number;
  readonly top: number;
}
/** A part of a page in fractions of it. */
export interface Part extends Point, Size {}

export const MAX_SCALE = 8;
/** One press of a zoom button. */
export const ZOOM_STEP = 1.25;

/** The largest size at which the whole page fits. */
export function fit(area: Size, page: Size): Size {
  const scale = Math.min(area.width / page.width, area.height / page.height);
  return Number.isFinite(scale) && scale > 0 ? { width: page.width * scale, height: page.height * scale } : { width: 0, height: 0 };
}

/**
 * Where the page lies for a view. Everyone sees the same centre at the same scale over "the whole page", each in an area
 * of their own proportion; a page never leaves empty space beside it that it could fill.
 */
export function place(area: Size, page: Size, view: View): Box {
  const whole = fit(area, page);
  const width = whole.width * view.scale;
  const height = whole.height * view.scale;
  return { left: edge(area.width, width, view.x), top: edge(area.height, height, view.y), width, height };
}

function edge(area: number, length: number, centre: number): number {
  return length <= area ? (area - length) / 2 : clamp(area / 2 - centre * length, area - length, 0);
}

/** The part of the page that can be seen. */
export function visiblePart(area: Size, box: Box): Part {
  if (box.width <= 0 || box.height <= 0) return { x: 0, y: 0, width: 0, height: 0 };
  const x = clamp(-box.left / box.width, 0, 1);
  const y = clamp(-box.top / box.height, 0, 1);
  return {
    x, y,
    width: clamp((area.width - box.left) / box.width, 0, 1) - x,
    height: clamp((area.height - box.top) / box.height, 0, 1) - y,
  };
}

/** A point of the area in fractions of the page; outside of 0..1 beside the page. */
export function fractionAt(box: Box, point: Point): Point {
  return { x: (point.x - box.left) / box.width, y: (point.y - box.top) / box.height };
}

export function isOnPage({ x, y }: Point): boolean {
  return x >= 0 && x <= 1 && y >= 0 && y <= 1;
}

export function ontoPage({ x, y }: Point): Point {
  return { x: clamp(x, 0, 1), y: clamp(y, 0, 1) };
}

/** Zooms by a factor so that what is under the point stays under it. */
export function zoomAt(area: Size, page: Size, view: View, factor: number, point: Point = { x: area.width / 2, y: area.height / 2 }): View {
  const scale = clamp(view.scale * factor, 1, MAX_SCALE);
  if (scale < 1.01) return wholePage;
  const under = fractionAt(place(area, page, view), point);
  const whole = fit(area, page);
  return settle(area, page, {
    x: under.x + (area.width / 2 - point.x) / (whole.width * scale),
    y: under.y + (area.height / 2 - point.y) / (whole.height * scale),
    scale,
  });
}

/** Moves the page by pixels: a positive dx shows more of what is at the start. */
export function panBy(area: Size, page: Size, view: View, dx: number, dy: number): View {
  const whole = fit(area, page);
  const centre = settle(area, page, view);
  return settle(area, page, { x: centre.x - dx / (whole.width * view.scale), y: centre.y - dy / (whole.height * view.scale), scale: view.scale });
}

/** The same picture with its centre as near to the edge as can be seen, so that panning back answers at once. */
export function settle(area: Size, page: Size, view: View): View {
  const whole = fit(area, page);
  return {
    x: rounded(centre(area.width, whole.width * view.scale, view.x)),
    y: rounded(centre(area.height, whole.height * view.scale, view.y)),
    scale: rounded(clamp(view.scale, 1, MAX_SCALE)),
  };
}

function centre(area: number, length: number, wanted: number): number {
  if (length <= area || length <= 0) return 0.5;
  const half = area / 2 / length;
  return clamp(wanted, half, 1 - half);
}

/** The view after two fingers moved: their middle and their distance, before and after. */
export function pinched(area: Size, page: Size, view: View, before: readonly [Point, Point], after: readonly [Point, Point]): View {
  const middle = ([a, b]: readonly [Point, Point]): Point => ({ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 });
  const distance = ([a, b]: readonly [Point, Point]): number => Math.max(1, Math.hypot(a.x - b.x, a.y - b.y));
  const from = middle(before);
  const to = middle(after);
  const zoomed = zoomAt(area, page, view, distance(after) / distance(before), from);
  return panBy(area, page, zoomed, to.x - from.x, to.y - from.y);
}

export function clamp(value: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, value));
}

/** A hundred-thousandth of a page is less than a pixel; more digits would only be weight on the wire. */
export function rounded(value: number): number {
  return Math.round(value * 1e5) / 1e5;
}
