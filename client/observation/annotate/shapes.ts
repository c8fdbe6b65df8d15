import type { Ink } from '../../../protocol/live/marks.ts';
import type { Annotation, Point } from '../../../protocol/observation/annotation.ts';
import { inkColours, TEXT_SIZE } from '../../deck/ink/tools.ts';
import { clamp, ontoPage, rounded } from '../../deck/view/geometry.ts';

export const annotationTools = ['arrow', 'circle', 'text'] as const;
export type AnnotationTool = (typeof annotationTools)[number];

/** A picture as it is shown, CSS pixels, or as it is drawn into a file, pixels of the file. */
export interface PictureBox {
  readonly width: number;
  readonly height: number;
}

/** How thick and how large marks are on a picture of this width: never too small to be read, and in proportion on a large one. */
export function sizesOn(width: number): { readonly line: number; readonly badge: number; readonly text: number } {
  return { line: Math.max(2.5, width * 0.0032), badge: Math.max(12, width * 0.013), text: Math.max(14, width * TEXT_SIZE) };
}

/** The ink, and what parts it from a picture of the same colour: its edge, and the number on it. */
export function coloursOf(ink: Ink): { readonly ink: string; readonly edge: string } {
  return { ink: inkColours[ink], edge: ink === 'yellow' ? inkColours.black : '#ffffff' };
}

/** A press without a movement makes a mark of this size, as a fraction of the picture's width; a finger that trembles moves less than the other. */
const USUAL = 0.1;
const TREMBLE = 0.012;

/**
 * The mark that a movement from one point to another makes. An arrow begins at its number and ends where it points; a press alone
 * makes one that points there. A circle is drawn from its middle outwards, so that a press alone puts one around what was pressed.
 */
export function drawn(tool: 'arrow' | 'circle', ink: Ink, id: string, number: number, from: Point, to: Point, { width, height }: PictureBox): Annotation {
  const aspect = height / width;
  const still = Math.hypot(to.x - from.x, (to.y - from.y) * aspect) < TREMBLE;
  if (tool === 'arrow') {
    return { id, shape: 'arrow', ink, number, ...(still ? { from: besides(from, aspect), to: tidy(from) } : { from: tidy(from), to: tidy(to) }) };
  }
  const radiusX = still ? USUAL / 2 : Math.max(TREMBLE, Math.abs(to.x - from.x));
  const radiusY = still ? USUAL / 2 / aspect : Math.max(TREMBLE, Math.abs(to.y - from.y));
  return { id, shape: 'circle', ink, number, centre: tidy(from), radiusX: rounded(clamp(radiusX, 0, 1)), radiusY: rounded(clamp(radiusY, 0, 1)) };
}

export function written(ink: Ink, id: string, at: Point, text: string): Annotation {
  return { id, shape: 'text', ink, at: tidy(at), text };
}

/** Where the number of a mark stands: at an arrow's beginning, on a circle's edge; always within the picture. Pixels. */
export function badgeAt(mark: Exclude<Annotation, { shape: 'text' }>, { width, height }: PictureBox): Point {
  const { badge } = sizesOn(width);
  const { x, y } = mark.shape === 'arrow' ? mark.from : { x: mark.centre.x - mark.radiusX * Math.SQRT1_2, y: mark.centre.y - mark.radiusY * Math.SQRT1_2 };
  return { x: clamp(x * width, badge, Math.max(badge, width - badge)), y: clamp(y * height, badge, Math.max(badge, height - badge)) };
}

/** An arrow in pixels: its shaft up to the head, and the head's three corners. */
export function arrowPath(start: Point, tip: Point, line: number): { readonly shaft: string; readonly head: string } {
  const length = Math.max(1, Math.hypot(tip.x - start.x, tip.y - start.y));
  const along = { x: (tip.x - start.x) / length, y: (tip.y - start.y) / length };
  const size = Math.min(line * 5, length);
  const base = { x: tip.x - along.x * size, y: tip.y - along.y * size };
  const wing = size * 0.55;
  return {
    shaft: `M${start.x} ${start.y}L${base.x} ${base.y}`,
    head: `M${tip.x} ${tip.y}L${base.x - along.y * wing} ${base.y + along.x * wing}L${base.x + along.y * wing} ${base.y - along.x * wing}Z`,
  };
}

const WIDE = /[\u1100-\u11ff\u2e80-\u9fff\uac00-\ud7ff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60]/u;

/** The lines of a text that is to fit into `room`, pixels, as near as can be told without a font. Chinese breaks anywhere, other scripts between words. */
export function linesOf(text: string, size: number, room: number): readonly string[] {
  return text.split('\n').flatMap((paragraph) => {
    const lines: string[] = [''];
    for (const piece of paragraph.match(/[^\s\u2e80-\u9fff\uff00-\uff60]+\s*|\s+|./gu) ?? []) {
      const last = lines.at(-1)!;
      if (last !== '' && widthOf(last + piece.trimEnd(), size) > room) lines.push(piece.trimStart());
      else lines[lines.length - 1] = last + piece;
    }
    return lines.map((line) => line.trimEnd());
  });
}

/** About as wide as a line is in pixels. */
export function widthOf(line: string, size: number): number {
  return [...line].reduce((sum, sign) => sum + (WIDE.test(sign) ? 1 : 0.56), 0) * size;
}

/** Down and beside the point, on the side where there is room. */
function besides({ x, y }: Point, aspect: number): Point {
  const down = USUAL / aspect;
  return tidy({ x: x > USUAL ? x - USUAL : x + USUAL, y: y + down < 1 ? y + down : y - down });
}

function tidy(point: Point): Point {
  const { x, y } = ontoPage(point);
  return { x: rounded(x), y: rounded(y) };
}
