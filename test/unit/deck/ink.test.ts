import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { markerPath, penPath } from '../../../client/deck/ink/outline.ts';
import { aged, nextChange, pointed } from '../../../client/deck/ink/pointers.ts';
import { simplify, split, tidy } from '../../../client/deck/ink/simplify.ts';
import { Stroke } from '../../../client/deck/ink/stroke.ts';
import { drewOn, marksOn, OwnMarks } from '../../../client/deck/view/ownMarks.ts';
import type { OwnMark } from '../../../client/deck/view/ownMarks.ts';
import { accept, refuse } from '../../../protocol/errors.ts';
import type { Result } from '../../../protocol/errors.ts';
import { limits } from '../../../protocol/limits.ts';
import { commands } from '../../../protocol/table.ts';

const coordinate = fc.double({ min: 0, max: 1, noNaN: true });
const points = fc.array(fc.tuple(coordinate, coordinate, coordinate), { minLength: 1, maxLength: 300 }).map((all) => all.flat());

describe('a stroke', () => {
  it('on a straight line is its two ends', () => {
    const line = Array.from({ length: 100 }, (_, index) => [index / 100, index / 200, 0.5]).flat();
    expect(simplify(line, 1)).toEqual([0, 0, 0.5, 0.99, 0.495, 0.5]);
  });

  it('keeps its corners and its pressure', () => {
    const corner = [0, 0, 0.1, 0.25, 0, 0.2, 0.5, 0, 0.9, 0.5, 0.5, 0.4];
    expect(simplify(corner, 1)).toEqual([0, 0, 0.1, 0.5, 0, 0.9, 0.5, 0.5, 0.4]);
  });

  it('never leaves the line by more than the tolerance', () => {
    fc.assert(fc.property(points, (all) => {
      const kept = simplify(all, 1.4, 0.01);
      for (let index = 0; index < all.length; index += 3) {
        const [x, y] = [all[index]!, all[index + 1]! * 1.4];
        let nearest = Infinity;
        for (let at = 0; at + 5 < kept.length; at += 3) {
          nearest = Math.min(nearest, toSegment(x, y, kept[at]!, kept[at + 1]! * 1.4, kept[at + 3]!, kept[at + 4]! * 1.4));
        }
        if (kept.length === 3) nearest = Math.hypot(x - kept[0]!, y - kept[1]! * 1.4);
        expect(nearest).toBeLessThanOrEqual(0.01 + 1e-9);
      }
    }));
  });

  it('that is long becomes marks that fit, each beginning where the one before ended', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 5_000 }), (count) => {
      const all = Array.from({ length: count * 3 }, (_, index) => Math.floor(index / 3));
      const parts = split(all);
      expect(parts.every((part) => part.length <= limits.markPoints * 3 && part.length >= 3)).toBe(true);
      for (const [index, part] of parts.entries()) if (index > 0) expect(part[0]).toBe(parts[index - 1]!.at(-3));
      expect([...parts[0]!, ...parts.slice(1).flatMap((part) => part.slice(3))]).toEqual(all);
    }));
  });

  it('is always one that the server takes', () => {
    fc.assert(fc.property(fc.array(fc.tuple(fc.double({ min: -3, max: 3, noNaN: true }), fc.double({ min: -3, max: 3, noNaN: true })), { minLength: 1, maxLength: 4_000, size: 'max' }), (path) => {
      const stroke = new Stroke(0.5625);
      const parts = [];
      for (const [x, y] of path) {
        stroke.add({ x, y });
        const part = stroke.takePart();
        if (part) parts.push(part);
      }
      parts.push(...stroke.finish());
      for (const part of parts) {
        const payload = { deck: 'd1', page: 1, shape: { tool: 'pen', ink: 'red', width: 0.003, points: part } };
        expect(commands['mark.add'].payload.safeParse(payload).success).toBe(true);
        expect(JSON.stringify(payload).length).toBeLessThan(limits.frameBytes);
      }
    }), { numRuns: 30 });
  });

  it('carries no more digits than anybody sees', () => {
    expect(tidy([0.123456789, 2, 0.555555])).toEqual([0.12346, 1.5, 0.56]);
  });

  it('is drawn as a shape, a dot included', () => {
    for (const path of [penPath([0.5, 0.5, 0.5], 0.004, 1), penPath([0, 0, 0.5, 0.5, 0.5, 0.9], 0.004, 1.4)]) expect(path).toMatch(/^M[-\d. MQZ]+Z$/);
    expect(penPath([], 0.004, 1)).toBe('');
    expect(markerPath([0.1, 0.2, 0.5, 0.3, 0.4, 0.5], 0.5)).toBe('M100 100L300 200');
    expect(markerPath([0.1, 0.2, 0.5], 0.5)).toBe('M100 100h0.01');
  });
});

describe('pointers', () => {
  const at = { deck: 'd1', page: 2, x: 0.5, y: 0.5 };

  it('follow the last report of each person, and go when they are taken away', () => {
    const two = pointed(pointed([], 'hana', at, 0), 'sam', at, 10);
    const moved = pointed(two, 'hana', { ...at, x: 0.6 }, 20);
    expect(moved.map(({ who, x }) => [who, x])).toEqual([['sam', 0.5], ['hana', 0.6]]);
    expect(pointed(moved, 'sam', { hidden: true }, 30).map(({ who }) => who)).toEqual(['hana']);
  });

  it('fade when they stay still, and then go', () => {
    const one = pointed([], 'hana', at, 1_000);
    expect(nextChange(one, 1_000)).toBe(1_500);
    const faded = aged(one, 2_500);
    expect(faded[0]?.fading).toBe(true);
    expect(nextChange(faded, 2_500)).toBe(1_000);
    expect(aged(faded, 3_500)).toEqual([]);
    expect(nextChange([], 0)).toBeUndefined();
    expect(pointed(faded, 'hana', at, 2_600)[0]?.fading).toBe(false);
  });
});

describe('marks on their way', () => {
  const mark: OwnMark = { id: 'm1', by: 'hana', room: 'floor', deck: 'd1', page: 2, shape: { tool: 'pen', ink: 'red', width: 0.003, points: [0, 0, 1] } };

  it('are shown at once, once, and only where they belong', () => {
    const first = { id: 'm0', by: 'sam', shape: mark.shape };
    const there = { 'floor/d1': { 2: [first] } };
    expect(marksOn(there, [mark], 'floor', 'd1', 2).map(({ id }) => id)).toEqual(['m0', 'm1']);
    expect(marksOn({ 'floor/d1': { 2: [first, mark] } }, [mark], 'floor', 'd1', 2).map(({ id }) => id)).toEqual(['m0', 'm1']);
    expect(marksOn(there, [mark], 'floor', 'd1', 3)).toEqual([]);
    expect(marksOn(there, [mark], 'aside', 'd1', 2)).toEqual([]);
    expect(drewOn([mark], 'hana')).toBe(true);
    expect(drewOn([mark], 'sam')).toBe(false);
  });

  it('go when they are answered, and say why when they are refused', async () => {
    const answers: ((result: Result<unknown>) => void)[] = [];
    const refusals: string[] = [];
    const own: OwnMarks = new OwnMarks(() => new Promise((resolve) => answers.push(resolve)), () => undefined, ({ code }) => refusals.push(code));
    const first = own.add(mark);
    const second = own.add({ ...mark, id: 'm2' });
    expect(own.waiting.map(({ id }) => id)).toEqual(['m1', 'm2']);
    answers[1]!(refuse('mark.limit'));
    await second;
    expect(own.waiting.map(({ id }) => id)).toEqual(['m1']);
    answers[0]!(accept({}));
    await first;
    expect(own.waiting).toEqual([]);
    expect(refusals).toEqual(['mark.limit']);
  });
});

function toSegment(x: number, y: number, x0: number, y0: number, x1: number, y1: number): number {
  const length = (x1 - x0) ** 2 + (y1 - y0) ** 2;
  const along = length === 0 ? 0 : Math.min(1, Math.max(0, ((x - x0) * (x1 - x0) + (y - y0) * (y1 - y0)) / length));
  return Math.hypot(x - x0 - along * (x1 - x0), y - y0 - along * (y1 - y0));
}
