import type { Copy, Side } from '../../../protocol/ceremony/ceremony.ts';
import { ownerOf } from '../../../protocol/ceremony/places.ts';
import type { PlaceId } from '../../../protocol/ceremony/places.ts';
import type { Place } from '../../signing/signing.ts';

/** A4 in points; server/pdf/typst/copy.typ draws lines for these rectangles, measured from the top. */
const PAGE_HEIGHT = 841.89;
const WIDTH = 220;
const lefts = { left: 62, right: 313 } as const;
const rows = { signatory: { top: 270, height: 64 }, witness: { top: 530, height: 54 } } as const;

/** Where the fields of a copy stand on its last page. */
export function placesOn(copy: Side, firstPlace: Copy['firstPlace'], places: readonly PlaceId[]): Place[] {
  return places.map((field) => {
    const { side, as } = ownerOf(field);
    const left = lefts[(side === copy) === (firstPlace === 'left') ? 'left' : 'right'];
    const { top, height } = rows[as];
    return { field, page: -1, rect: [left, PAGE_HEIGHT - top - height, left + WIDTH, PAGE_HEIGHT - top] };
  });
}
