import type { Ink } from '../live/marks.ts';

/**
 * A vector over a picture, which stays untouched. Coordinates are fractions of the picture's width and height (0..1). Arrows and
 * circles bear numbers, so that a text can name them.
 */
export type Annotation =
  | { readonly id: string; readonly shape: 'arrow'; readonly ink: Ink; readonly number: number; readonly from: Point; readonly to: Point }
  | { readonly id: string; readonly shape: 'circle'; readonly ink: Ink; readonly number: number; readonly centre: Point; readonly radiusX: number; readonly radiusY: number }
  | { readonly id: string; readonly shape: 'text'; readonly ink: Ink; readonly at: Point; readonly text: string };

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A rectangle whose content is burnt out of a masked version. Fractions of the picture. */
export interface Region {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly hides: 'person' | 'plate' | 'secret';
}


/** The number that the next arrow or circle bears. */
export function nextNumber(marks: readonly Annotation[]): number {
  return 1 + Math.max(0, ...marks.map((mark) => mark.shape === 'text' ? 0 : mark.number));
}
