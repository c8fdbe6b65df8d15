import { expect, test } from 'vitest';
import { edgesOf } from '../../../client/room/tabEdges.ts';

test.each([
  ['all of it fits', 0, 360, 360, [false, false]], ['a fraction of a pixel is nothing', 0.5, 360, 361, [false, false]],
  ['at the beginning', 0, 360, 500, [false, true]], ['in the middle', 60, 360, 500, [true, true]], ['at the end', 140, 360, 500, [true, false]],
  ['from right to left, in the middle', -60, 360, 500, [true, true]], ['from right to left, at the end', -140, 360, 500, [true, false]],
] as const)('a row of tabs says where it is cut off: %s', (_where, scrollLeft, clientWidth, scrollWidth, [before, after]) => {
  expect(edgesOf({ scrollLeft, clientWidth, scrollWidth })).toEqual({ before, after });
});
