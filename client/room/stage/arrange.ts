import type { ParticipantId } from '../../../protocol/live/ids.ts';
import { gridFor, pageOf, stripFor } from '../layout.ts';
import type { Box, GridRules } from '../layout.ts';
import type { StagePlan } from './plan.ts';

/** A place on the stage in CSS pixels; x runs from the inline start, so that it mirrors with the script. */
export interface Rect extends Box {
  readonly x: number;
  readonly y: number;
}

export type TileSize = 'grid' | 'large' | 'strip';

interface PlacedTile {
  readonly id: ParticipantId;
  readonly rect: Rect;
  readonly size: TileSize;
}

/** Where everything stands. Who is on another page has no tile. */
export interface Arrangement {
  readonly subject?: Rect;
  readonly tiles: readonly PlacedTile[];
  readonly page: number;
  readonly pages: number;
  /** Where one turns the pages: under the grid, or at the ends of the strip. */
  readonly pager?: Rect;
}

interface Input {
  readonly box: Box;
  readonly plan: StagePlan;
  readonly page: number;
  /** A phone: less of everything at once. */
  readonly compact: boolean;
}

/** Height of the row in which pages are turned. */
const PAGER = 44;

export function arrange({ box, plan, page, compact }: Input): Arrangement {
  const rules: GridRules = compact ? { gap: 8, leastWidth: 132, mostTiles: 8 } : { gap: 12, leastWidth: 160, mostTiles: 25 };
  if (plan.view === 'grid') return gridIn(box, plan.people, page, rules);
  if (plan.strip.length === 0) return { subject: whole(box), tiles: [], page: 0, pages: 1 };
  const { main, strip } = besideStrip(box, plan.strip, page, rules.gap);
  if (plan.view === 'subject') return { ...strip, subject: main };
  return { ...strip, tiles: [...largeIn(main, plan.large, rules), ...strip.tiles] };
}

function gridIn(box: Box, people: readonly ParticipantId[], page: number, rules: GridRules): Arrangement {
  const free = gridFor(box, people.length, rules);
  if (free.pages === 1) return { tiles: placed(whole(box), people, free.columns, free.tile, rules.gap, 'grid'), page: 0, pages: 1 };
  const above = { width: box.width, height: Math.max(0, box.height - PAGER - rules.gap) };
  const grid = gridFor(above, people.length, rules);
  return {
    // The last page keeps the size of the others: nothing grows because fewer are on it.
    tiles: placed(whole(above), pageOf(people, grid, page), grid.columns, grid.tile, rules.gap, 'grid'),
    page: Math.min(page, grid.pages - 1), pages: grid.pages,
    pager: { x: 0, y: box.height - PAGER, width: box.width, height: PAGER },
  };
}

function largeIn(main: Rect, people: readonly ParticipantId[], rules: GridRules): readonly PlacedTile[] {
  if (people.length === 1) return [{ id: people[0]!, rect: main, size: 'large' }];
  const grid = gridFor(main, people.length, { ...rules, leastWidth: 0, mostTiles: 9 });
  return placed(main, people.slice(0, 9), grid.columns, grid.tile, rules.gap, 'large');
}

/** The main area, and beside it as many of the strip as fit on one page. */
function besideStrip(box: Box, people: readonly ParticipantId[], page: number, gap: number): { readonly main: Rect; readonly strip: Arrangement } {
  const { side, tile, size } = stripFor(box, people.length, gap);
  const along = side === 'beside' ? box.height : box.width;
  const one = side === 'beside' ? tile.height : tile.width;
  const fits = (length: number): number => Math.max(1, Math.floor((length + gap) / (one + gap)));
  const pages = people.length <= fits(along) ? 1 : Math.ceil(people.length / fits(along - 2 * (PAGER + gap)));
  const perPage = pages === 1 ? people.length : fits(along - 2 * (PAGER + gap));
  const at = Math.min(page, pages - 1);
  const start = pages === 1 ? 0 : PAGER + gap;
  const shown = people.slice(at * perPage, (at + 1) * perPage);
  const band: Rect = side === 'below' ? { x: 0, y: box.height - tile.height, width: box.width, height: tile.height }
    : side === 'above' ? { x: 0, y: 0, width: box.width, height: tile.height }
      : { x: box.width - tile.width, y: 0, width: tile.width, height: box.height };
  const tiles = shown.map((id, index): PlacedTile => {
    const shift = start + index * (one + gap);
    return { id, size: 'strip', rect: { ...tile, x: band.x + (side === 'beside' ? 0 : shift), y: band.y + (side === 'beside' ? shift : 0) } };
  });
  const main: Rect = side === 'beside'
    ? { x: 0, y: 0, width: Math.max(0, box.width - size), height: box.height }
    : { x: 0, y: side === 'above' ? size : 0, width: box.width, height: Math.max(0, box.height - size) };
  return { main, strip: { tiles, page: at, pages, ...(pages === 1 ? {} : { pager: band }) } };
}

/** Rows of tiles in the middle of an area; a row that is not full stands in the middle too. */
function placed(area: Rect, people: readonly ParticipantId[], columns: number, tile: Box, gap: number, size: TileSize): readonly PlacedTile[] {
  const rows = Math.ceil(people.length / columns);
  const top = area.y + (area.height - rows * tile.height - (rows - 1) * gap) / 2;
  return people.map((id, index) => {
    const row = Math.floor(index / columns);
    const inRow = Math.min(columns, people.length - row * columns);
    const start = area.x + (area.width - inRow * tile.width - (inRow - 1) * gap) / 2;
    return {
      id, size,
      rect: { x: Math.round(start + (index % columns) * (tile.width + gap)), y: Math.round(top + row * (tile.height + gap)), ...tile },
    };
  });
}

function whole(box: Box): Rect {
  return { x: 0, y: 0, ...box };
}
