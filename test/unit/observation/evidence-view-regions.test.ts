import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { between, corners, grown, moved, pixelsOf, resized } from '../../../client/observation/evidence/mask/regions.ts';
import { regions as schema } from '../../../protocol/observation/fields.ts';

const fraction = fc.double({ min: 0, max: 1, noNaN: true });
const anywhere = fc.double({ min: -2, max: 3, noNaN: true });
const region = fc.record({ x: fraction, y: fraction }).chain((from) => fc.record({ x: fraction, y: fraction }).map((to) => between(from, to)));

function expectWithin(one: ReturnType<typeof between>): void {
  expect(one.x).toBeGreaterThanOrEqual(0);
  expect(one.y).toBeGreaterThanOrEqual(0);
  expect(one.x + one.width).toBeLessThanOrEqual(1 + 1e-9);
  expect(one.y + one.height).toBeLessThanOrEqual(1 + 1e-9);
  expect(schema.safeParse([{ ...one, hides: 'person' }]).success).toBe(true);
}

describe('a region', () => {
  test('is between two points whichever comes first', () => {
    expect(between({ x: 0.5, y: 0.75 }, { x: 0.25, y: 0.5 })).toEqual({ x: 0.25, y: 0.5, width: 0.25, height: 0.25 });
  });

  test('stays within the picture and what the protocol takes, however it is drawn, moved and resized', () => {
    fc.assert(fc.property(region, anywhere, anywhere, fc.constantFrom(...corners), (one, x, y, corner) => {
      expectWithin(one);
      expectWithin(moved(one, x, y));
      expectWithin(grown(one, x, y));
      expectWithin(resized(one, corner, { x, y }));
    }));
  });

  test('keeps its size when it is moved against an edge', () => {
    expect(moved({ x: 0.7, y: 0.1, width: 0.2, height: 0.2 }, 0.5, -0.5)).toEqual({ x: 0.8, y: 0, width: 0.2, height: 0.2 });
  });

  test('is drawn by a corner, and the one across stays', () => {
    expect(resized({ x: 0.2, y: 0.2, width: 0.2, height: 0.2 }, 'nw', { x: 0.1, y: 0.3 })).toEqual({ x: 0.1, y: 0.3, width: 0.3, height: 0.1 });
    // Drawn past the corner across, it turns over.
    expect(resized({ x: 0.2, y: 0.2, width: 0.2, height: 0.2 }, 'se', { x: 0.1, y: 0.1 })).toEqual({ x: 0.1, y: 0.1, width: 0.1, height: 0.1 });
  });
});

describe('the pixels that are burnt', () => {
  test('are all that a region touches', () => {
    expect(pixelsOf({ x: 0.105, y: 0.2, width: 0.1, height: 0.1 }, { width: 100, height: 100 })).toEqual({ x: 10, y: 19, width: 11, height: 12 });
  });

  test('cover the region and stay within the picture', () => {
    fc.assert(fc.property(region, fc.integer({ min: 1, max: 9_000 }), fc.integer({ min: 1, max: 9_000 }), (one, width, height) => {
      const { x, y, width: across, height: down } = pixelsOf(one, { width, height });
      expect(x).toBeLessThanOrEqual(one.x * width);
      expect(y).toBeLessThanOrEqual(one.y * height);
      expect(x + across).toBeGreaterThanOrEqual(Math.min(width, (one.x + one.width) * width));
      expect(y + down).toBeGreaterThanOrEqual(Math.min(height, (one.y + one.height) * height));
      expect([x >= 0, y >= 0, x + across <= width, y + down <= height]).toEqual([true, true, true, true]);
    }));
  });
});
