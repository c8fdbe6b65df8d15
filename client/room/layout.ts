/**
 * How tiles are laid out, as pure arithmetic on boxes. Lengths are CSS pixels. Nothing here knows of React or of who is
 * on a tile; the order of the tiles is the caller's and never changes here.
 */
export interface Box {
  readonly width: number;
  readonly height: number;
}

export interface Grid {
  readonly columns: number;
  readonly rows: number;
  readonly tile: Box;
  /** Tiles on one page, and how many pages there are; at least one, so that an empty room has a page too. */
  readonly perPage: number;
  readonly pages: number;
}

export interface GridRules {
  readonly gap: number;
  /** A name has to stay readable: below this width the tiles go on another page. */
  readonly leastWidth: number;
  /** Never more on a page than this, whatever the room: every tile costs a stream. */
  readonly mostTiles: number;
}

/** Cameras are 4:3 or 16:9; a tile between these bounds crops little of either. Phones that stand upright get upright tiles. */
const landscape = { least: 1.05, most: 16 / 9 };
const portrait = { least: 0.75, most: 4 / 3 };

/** The arrangement with the largest tiles, and as many pages as it takes. */
export function gridFor(container: Box, count: number, rules: GridRules): Grid {
  const wanted = Math.max(1, Math.min(count, rules.mostTiles));
  const perPage = largestPage(container, wanted, rules);
  const best = bestGrid(container, perPage, rules.gap);
  return { ...best, perPage, pages: Math.max(1, Math.ceil(count / perPage)) };
}

/** The tiles of one page; a page past the end (people left) is the last one. */
export function pageOf<T>(tiles: readonly T[], grid: Pick<Grid, 'perPage' | 'pages'>, page: number): readonly T[] {
  const at = Math.min(Math.max(0, page), grid.pages - 1) * grid.perPage;
  return tiles.slice(at, at + grid.perPage);
}

/** A strip of people beside a page: below it when the room is wide, beside it when it is low (a phone that lies). */
export interface Strip {
  readonly side: 'below' | 'beside' | 'above';
  readonly tile: Box;
  /** What the strip takes of the stage, gap included. */
  readonly size: number;
}

/** Tiles give up some width before anybody goes on another page. */
export function stripFor(container: Box, count: number, gap: number): Strip {
  const share = (length: number): number => (length - gap * (count - 1)) / Math.max(1, count);
  if (container.height < 420 && container.width > container.height) {
    const width = clamp(container.width * 0.2, 104, 160);
    return { side: 'beside', tile: { width, height: clamp(share(container.height), 72, width * 0.62) }, size: width + gap };
  }
  if (container.width < 640) {
    const height = clamp(container.height * 0.15, 84, 100);
    return { side: 'above', tile: { width: clamp(share(container.width), 92, height * 1.4), height }, size: height + gap };
  }
  const height = clamp(container.height * 0.18, 96, 132);
  return { side: 'below', tile: { width: clamp(share(container.width), 148, height * 1.6), height }, size: height + gap };
}

function largestPage(container: Box, wanted: number, rules: GridRules): number {
  for (let count = wanted; count > 1; count--) {
    if (bestGrid(container, count, rules.gap).tile.width >= rules.leastWidth) return count;
  }
  return 1;
}

function bestGrid(container: Box, count: number, gap: number): Pick<Grid, 'columns' | 'rows' | 'tile'> {
  let best = { columns: 1, rows: count, tile: { width: 0, height: 0 } };
  for (let columns = 1; columns <= count; columns++) {
    const rows = Math.ceil(count / columns);
    const tile = within({
      width: (container.width - gap * (columns - 1)) / columns,
      height: (container.height - gap * (rows - 1)) / rows,
    }, container.height > container.width ? portrait : landscape);
    if (tile.width * tile.height > best.tile.width * best.tile.height) best = { columns, rows, tile };
  }
  return best;
}

/** The largest box of a permitted proportion in a cell. */
function within(cell: Box, proportion: { readonly least: number; readonly most: number }): Box {
  if (cell.width <= 0 || cell.height <= 0) return { width: 0, height: 0 };
  const own = cell.width / cell.height;
  if (own > proportion.most) return { width: Math.floor(cell.height * proportion.most), height: Math.floor(cell.height) };
  if (own < proportion.least) return { width: Math.floor(cell.width), height: Math.floor(cell.width / proportion.least) };
  return { width: Math.floor(cell.width), height: Math.floor(cell.height) };
}

function clamp(value: number, least: number, most: number): number {
  return Math.floor(Math.min(most, Math.max(least, value)));
}
