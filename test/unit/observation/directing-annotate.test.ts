import { describe, expect, test } from 'vitest';
import { arrowPath, badgeAt, drawn, linesOf, sizesOn, widthOf, written } from '../../../client/observation/annotate/shapes.ts';
import { mark as annotation } from '../../../protocol/observation/fields.ts';

const box = { width: 1600, height: 900 };
const id = 'b1b0a7e2-3d5f-4a55-9f0e-0b1f0c8f3a11';

describe('a mark that a movement makes', () => {
  test('an arrow begins where it was begun and points to where it ended', () => {
    expect(drawn('arrow', 'red', id, 3, { x: 0.1, y: 0.2 }, { x: 0.4, y: 0.5 }, box))
      .toEqual({ id, shape: 'arrow', ink: 'red', number: 3, from: { x: 0.1, y: 0.2 }, to: { x: 0.4, y: 0.5 } });
  });

  test('a press alone makes an arrow that points there, within the picture also at its corners', () => {
    for (const at of [{ x: 0.5, y: 0.5 }, { x: 0, y: 0 }, { x: 1, y: 1 }, { x: 0, y: 1 }, { x: 1, y: 0 }]) {
      const mark = drawn('arrow', 'blue', id, 1, at, at, box);
      expect(mark).toMatchObject({ to: at });
      expect(annotation.safeParse(mark).success).toBe(true);
      expect(mark.shape === 'arrow' && Math.hypot(mark.from.x - mark.to.x, mark.from.y - mark.to.y)).toBeGreaterThan(0.05);
    }
  });

  test('a circle is round on the screen after a press, and as wide and high as was drawn after a movement', () => {
    const pressed = drawn('circle', 'green', id, 1, { x: 0.5, y: 0.5 }, { x: 0.5, y: 0.5 }, box);
    expect(pressed.shape === 'circle' && (pressed.radiusX * box.width) / (pressed.radiusY * box.height)).toBeCloseTo(1, 2);
    expect(drawn('circle', 'green', id, 1, { x: 0.5, y: 0.5 }, { x: 0.6, y: 0.3 }, box)).toMatchObject({ centre: { x: 0.5, y: 0.5 }, radiusX: 0.1, radiusY: 0.2 });
  });

  test('what is drawn beyond the picture is still taken by the protocol', () => {
    expect(annotation.safeParse(drawn('circle', 'black', id, 60, { x: -2, y: 3 }, { x: 4, y: -4 }, box)).success).toBe(true);
    expect(annotation.safeParse(written('yellow', id, { x: 1.4, y: -0.2 }, 'Seal 4471')).success).toBe(true);
  });
});

test('a number stays within the picture, wherever its mark begins', () => {
  const { badge } = sizesOn(box.width);
  const corner = badgeAt({ id, shape: 'arrow', ink: 'red', number: 1, from: { x: 0, y: 1 }, to: { x: 0.5, y: 0.5 } }, box);
  expect(corner).toEqual({ x: badge, y: box.height - badge });
  expect(badgeAt({ id, shape: 'circle', ink: 'red', number: 1, centre: { x: 0, y: 0 }, radiusX: 0.2, radiusY: 0.2 }, box)).toEqual({ x: badge, y: badge });
});

test('numbers can be read on a small picture and grow with a large one', () => {
  expect(sizesOn(320).badge).toBe(12);
  expect(sizesOn(4000).badge).toBeGreaterThan(40);
});

test('an arrow that is shorter than its head is a head alone', () => {
  expect(arrowPath({ x: 10, y: 10 }, { x: 12, y: 10 }, 3).shaft).toBe('M10 10L10 10');
});

describe('a text', () => {
  test('breaks between words so that it fits', () => {
    const lines = linesOf('the seal number does not match the document', 20, 200);
    expect(lines.length).toBeGreaterThan(1);
    expect(lines.every((line) => widthOf(line, 20) <= 200)).toBe(true);
    expect(lines.join(' ')).toBe('the seal number does not match the document');
  });

  test('breaks anywhere in Chinese, and keeps the lines that were typed', () => {
    const lines = linesOf('封志号码与单证不符\n请再看一次', 20, 100);
    expect(lines).toEqual(['封志号码与', '单证不符', '请再看一次']);
  });
});
