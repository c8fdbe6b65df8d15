import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fit, fractionAt, MAX_SCALE, panBy, pinched, place, settle, visiblePart, zoomAt } from '../../../client/deck/view/geometry.ts';
import { wholePage } from '../../../protocol/live/stage.ts';

const wide = { width: 1000, height: 600 };
const slide = { width: 1600, height: 900 };
const sheet = { width: 595, height: 842 };

const size = fc.record({ width: fc.integer({ min: 50, max: 3000 }), height: fc.integer({ min: 50, max: 3000 }) });
const fraction = fc.double({ min: 0, max: 1, noNaN: true });
const view = fc.record({ x: fraction, y: fraction, scale: fc.double({ min: 1, max: MAX_SCALE, noNaN: true }) });

describe('where the page lies', () => {
  it.each([
    ['a slide in a wide area', wide, slide, { width: 1000, height: 562.5 }],
    ['a sheet in a wide area', wide, sheet, { width: 423.99, height: 600 }],
    ['a slide on a phone', { width: 390, height: 700 }, slide, { width: 390, height: 219.375 }],
    ['no area yet', { width: 0, height: 0 }, slide, { width: 0, height: 0 }],
  ])('fits %s', (_name, area, page, expected) => {
    const found = fit(area, page);
    expect(found.width).toBeCloseTo(expected.width, 1);
    expect(found.height).toBeCloseTo(expected.height, 1);
  });

  it('is in the middle when the whole page is shown', () => {
    expect(place(wide, slide, wholePage)).toEqual({ left: 0, top: 18.75, width: 1000, height: 562.5 });
  });

  it('has the centre of the view in the middle, whatever the area', () => {
    for (const area of [wide, { width: 390, height: 500 }]) {
      const box = place(area, slide, { x: 0.4, y: 0.6, scale: 4 });
      const middle = fractionAt(box, { x: area.width / 2, y: area.height / 2 });
      expect(middle.x).toBeCloseTo(0.4);
      expect(middle.y).toBeCloseTo(0.6);
    }
  });

  it('leaves no empty space that the page could fill', () => {
    fc.assert(fc.property(size, size, view, (area, page, one) => {
      const box = place(area, page, one);
      for (const [start, length, room] of [[box.left, box.width, area.width], [box.top, box.height, area.height]] as const) {
        if (length <= room) expect(start).toBeCloseTo((room - length) / 2, 6);
        else {
          expect(start).toBeLessThanOrEqual(0);
          expect(start + length).toBeGreaterThanOrEqual(room - 1e-6);
        }
      }
    }));
  });

  it('shows a part that is within the page and fills what it can', () => {
    fc.assert(fc.property(size, size, view, (area, page, one) => {
      const part = visiblePart(area, place(area, page, one));
      expect(part.x).toBeGreaterThanOrEqual(0);
      expect(part.x + part.width).toBeLessThanOrEqual(1 + 1e-9);
      expect(part.y + part.height).toBeLessThanOrEqual(1 + 1e-9);
      expect(part.width).toBeGreaterThan(0);
    }));
  });
});

describe('zooming and moving', () => {
  it('keeps what is under the hand under it, where the page is larger than the area', () => {
    const before = place(wide, slide, { x: 0.5, y: 0.5, scale: 2 });
    const hand = { x: 300, y: 200 };
    const under = fractionAt(before, hand);
    const after = fractionAt(place(wide, slide, zoomAt(wide, slide, { x: 0.5, y: 0.5, scale: 2 }, 1.5, hand)), hand);
    expect(after.x).toBeCloseTo(under.x, 3);
    expect(after.y).toBeCloseTo(under.y, 3);
  });

  it('gives views that the protocol takes, and stays within bounds', () => {
    fc.assert(fc.property(size, size, view, fc.double({ min: 0.01, max: 100, noNaN: true }), fc.integer({ min: -2000, max: 2000 }), (area, page, one, factor, dx) => {
      for (const next of [zoomAt(area, page, one, factor, { x: dx, y: dx }), panBy(area, page, one, dx, -dx), settle(area, page, one)]) {
        expect(next.scale).toBeGreaterThanOrEqual(1);
        expect(next.scale).toBeLessThanOrEqual(MAX_SCALE);
        for (const value of [next.x, next.y]) {
          expect(value).toBeGreaterThanOrEqual(0);
          expect(value).toBeLessThanOrEqual(1);
        }
      }
    }));
  });

  it('comes back to exactly the whole page', () => {
    expect(zoomAt(wide, slide, { x: 0.2, y: 0.9, scale: 1.3 }, 0.5)).toEqual(wholePage);
  });

  it('moves by as many pixels as the hand, until the edge', () => {
    const start = { x: 0.5, y: 0.5, scale: 4 };
    const before = place(wide, slide, start);
    const after = place(wide, slide, panBy(wide, slide, start, 100, -50));
    expect(after.left - before.left).toBeCloseTo(100, 0);
    expect(after.top - before.top).toBeCloseTo(-50, 0);
    expect(place(wide, slide, panBy(wide, slide, start, 1e6, 0)).left).toBeCloseTo(0, 0);
  });

  it('follows two fingers: their distance is the scale, their middle the place', () => {
    const start = { x: 0.5, y: 0.5, scale: 2 };
    const next = pinched(wide, slide, start, [{ x: 400, y: 300 }, { x: 600, y: 300 }], [{ x: 300, y: 300 }, { x: 700, y: 300 }]);
    expect(next.scale).toBeCloseTo(4);
    expect(next.x).toBeCloseTo(0.5);
    const moved = pinched(wide, slide, start, [{ x: 400, y: 300 }, { x: 600, y: 300 }], [{ x: 430, y: 300 }, { x: 630, y: 300 }]);
    expect(moved.scale).toBeCloseTo(2);
    expect(place(wide, slide, moved).left - place(wide, slide, start).left).toBeCloseTo(30, 0);
  });
});
