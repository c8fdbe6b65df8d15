import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { gridFor, pageOf, stripFor } from '../../../client/room/layout.ts';

const rules = { gap: 12, leastWidth: 160, mostTiles: 25 };
const desktop = { width: 1040, height: 748 };
const wide = { width: 1416, height: 748 };
const phone = { width: 366, height: 620 };
const lyingPhone = { width: 820, height: 300 };

describe('the grid', () => {
  test.each([
    ['one person fills the stage', desktop, 1, 1, 1, 1],
    ['two stand side by side', desktop, 2, 2, 1, 1],
    ['three on a wide stage', wide, 3, 2, 2, 1],
    ['four are two by two', desktop, 4, 2, 2, 1],
    ['nine are three by three', desktop, 9, 3, 3, 1],
    ['twenty-five are five by five', desktop, 25, 5, 5, 1],
    ['twenty-six need a second page', desktop, 26, 5, 5, 2],
    ['two stand one above the other on a phone', phone, 2, 1, 2, 1],
    ['four on a phone', phone, 4, 2, 2, 1],
    ['twenty-five on a phone take several pages', phone, 25, 2, 4, 4],
    ['four on a phone that lies', lyingPhone, 4, 2, 2, 1],
    ['nobody is one empty page', desktop, 0, 1, 1, 1],
  ])('%s', (_name, box, count, columns, rows, pages) => {
    const grid = gridFor(box, count, rules);
    expect({ columns: grid.columns, rows: grid.rows, pages: grid.pages }).toEqual({ columns, rows, pages });
  });

  test('tiles always fit, whatever the stage and however many', () => {
    fc.assert(fc.property(
      fc.integer({ min: 200, max: 4000 }), fc.integer({ min: 150, max: 3000 }), fc.integer({ min: 1, max: 500 }), fc.integer({ min: 0, max: 24 }),
      (width, height, count, gap) => {
        const grid = gridFor({ width, height }, count, { ...rules, gap });
        expect(grid.tile.width * grid.columns + gap * (grid.columns - 1)).toBeLessThanOrEqual(width);
        expect(grid.tile.height * grid.rows + gap * (grid.rows - 1)).toBeLessThanOrEqual(height);
        expect(grid.columns * grid.rows).toBeGreaterThanOrEqual(grid.perPage);
        expect(grid.perPage * grid.pages).toBeGreaterThanOrEqual(count);
        expect(grid.perPage).toBeLessThanOrEqual(rules.mostTiles);
      },
    ));
  });

  test('names stay readable: tiles below the least width go on another page', () => {
    fc.assert(fc.property(fc.integer({ min: 340, max: 2000 }), fc.integer({ min: 300, max: 1400 }), fc.integer({ min: 1, max: 200 }), (width, height, count) => {
      const grid = gridFor({ width, height }, count, rules);
      if (grid.perPage > 1) expect(grid.tile.width).toBeGreaterThanOrEqual(rules.leastWidth);
    }));
  });

  test('the pages together hold everybody once, in order', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 120 }), (count) => {
      const people = Array.from({ length: count }, (_, index) => index);
      const grid = gridFor(phone, count, rules);
      expect(Array.from({ length: grid.pages }, (_, page) => pageOf(people, grid, page)).flat()).toEqual(people);
    }));
  });

  test('a page that no longer exists is the last one', () => {
    const grid = gridFor(phone, 20, rules);
    const people = Array.from({ length: 20 }, (_, index) => index);
    expect(pageOf(people, grid, 99)).toEqual(pageOf(people, grid, grid.pages - 1));
  });

  test('before the stage has been measured there is a grid too', () => {
    expect(gridFor({ width: 0, height: 0 }, 4, rules)).toMatchObject({ perPage: 1, pages: 4 });
  });
});

describe('the strip', () => {
  test.each([
    ['below on a desktop', desktop, 'below'],
    ['above on a phone, near the eyes and away from the thumb', phone, 'above'],
    ['beside on a phone that lies', lyingPhone, 'beside'],
  ] as const)('%s', (_name, box, side) => {
    const strip = stripFor(box, 4, 12);
    expect(strip.side).toBe(side);
    expect(strip.size).toBeLessThan((side === 'beside' ? box.width : box.height) / 3);
  });
});
