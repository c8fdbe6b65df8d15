import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { arrange } from '../../../client/room/stage/arrange.ts';
import type { Rect } from '../../../client/room/stage/arrange.ts';
import type { StagePlan } from '../../../client/room/stage/plan.ts';

const people = (count: number): string[] => Array.from({ length: count }, (_, index) => `p${index}`);
const page = { kind: 'page', key: 'page' } as const;
const desktop = { width: 1056, height: 748 };
const phone = { width: 374, height: 640 };

const plans = (count: number): StagePlan[] => [
  { view: 'grid', people: people(count) },
  { view: 'people', large: people(1), strip: people(count + 1).slice(1) },
  { view: 'people', large: people(4), strip: people(count + 4).slice(4) },
  { view: 'subject', subject: page, strip: people(count) },
  { view: 'subject', subject: page, strip: [] },
];

describe('the stage', () => {
  test('nothing overlaps and nothing stands outside, whatever the size', () => {
    fc.assert(fc.property(
      fc.integer({ min: 320, max: 2600 }), fc.integer({ min: 240, max: 1600 }), fc.integer({ min: 1, max: 60 }), fc.integer({ min: 0, max: 9 }), fc.boolean(),
      (width, height, count, shownPage, compact) => {
        for (const plan of plans(count)) {
          const { subject, tiles, pages, page: at, pager } = arrange({ box: { width, height }, plan, page: shownPage, compact });
          const all = [...(subject ? [subject] : []), ...tiles.map((tile) => tile.rect)];
          for (const rect of all) {
            expect(rect.x).toBeGreaterThanOrEqual(-1);
            expect(rect.y).toBeGreaterThanOrEqual(-1);
            expect(rect.x + rect.width).toBeLessThanOrEqual(width + 1);
            expect(rect.y + rect.height).toBeLessThanOrEqual(height + 1);
          }
          expect(all.some((one, index) => all.some((other, second) => second > index && overlaps(one, other)))).toBe(false);
          expect(at).toBeLessThan(pages);
          expect(pager === undefined).toBe(pages === 1);
        }
      },
    ), { numRuns: 60 });
  });

  test('everybody is on some page, once, in order', () => {
    for (const compact of [false, true]) {
      for (const plan of plans(40)) {
        const pages = arrange({ box: compact ? phone : desktop, plan, page: 0, compact }).pages;
        const shown = Array.from({ length: pages }, (_, at) => arrange({ box: compact ? phone : desktop, plan, page: at, compact }).tiles.filter((tile) => tile.size !== 'large').map((tile) => tile.id)).flat();
        expect(shown).toEqual(plan.view === 'grid' ? plan.people : plan.strip);
      }
    }
  });

  test('the page gets the space, people a strip below on a desktop and above on a phone', () => {
    const plan: StagePlan = { view: 'subject', subject: page, strip: people(4) };
    const wide = arrange({ box: desktop, plan, page: 0, compact: false });
    expect(wide.subject!.height / desktop.height).toBeGreaterThan(0.8);
    expect(wide.tiles.every((tile) => tile.rect.y > wide.subject!.y + wide.subject!.height)).toBe(true);
    const upright = arrange({ box: phone, plan, page: 0, compact: true });
    expect(upright.subject!.height / phone.height).toBeGreaterThan(0.75);
    expect(upright.tiles.every((tile) => tile.rect.y + tile.rect.height < upright.subject!.y)).toBe(true);
  });

  test('25 people are on one page of a desktop and each has a tile wide enough for a name', () => {
    const { tiles, pages } = arrange({ box: desktop, plan: { view: 'grid', people: people(25) }, page: 0, compact: false });
    expect(pages).toBe(1);
    expect(tiles).toHaveLength(25);
    expect(Math.min(...tiles.map((tile) => tile.rect.width))).toBeGreaterThanOrEqual(160);
  });

  test('turning to the last page does not change the size of the tiles', () => {
    const size = (at: number) => arrange({ box: phone, plan: { view: 'grid', people: people(13) }, page: at, compact: true }).tiles[0]!.rect;
    expect({ width: size(1).width, height: size(1).height }).toEqual({ width: size(0).width, height: size(0).height });
  });

  test('a row that is not full stands in the middle', () => {
    const { tiles } = arrange({ box: desktop, plan: { view: 'grid', people: people(3) }, page: 0, compact: false });
    const last = tiles[2]!.rect;
    expect(Math.abs(last.x + last.width / 2 - desktop.width / 2)).toBeLessThanOrEqual(1);
  });
});

function overlaps(a: Rect, b: Rect): boolean {
  return a.x + a.width > b.x + 1 && b.x + b.width > a.x + 1 && a.y + a.height > b.y + 1 && b.y + b.height > a.y + 1;
}
