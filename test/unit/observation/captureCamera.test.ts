import { expect, test } from 'vitest';
import { suggestionFor } from '../../../client/observation/camera/suggestion.ts';
import { zoomsWithin } from '../../../client/observation/camera/trackTools.ts';

test.each([
  [undefined, []],
  [{ min: 1, max: 1 }, [1]],
  [{ min: 1, max: 5 }, [1, 2, 4]],
  [{ min: 2, max: 10 }, [2, 4, 8]],
])('a camera with the zoom %o goes through %o', (range, zooms) => {
  expect(zoomsWithin(range)).toEqual(zooms);
});

test('a line speaks for going only where a picture and a talk fit through it', () => {
  expect(suggestionFor({ transport: 'udp', upKbps: 2_000, roundTripMs: 80 })).toBe('go');
  expect(suggestionFor({ transport: 'tcp', upKbps: 800 })).toBe('go');
  expect(suggestionFor({ transport: 'udp', upKbps: 300, roundTripMs: 80 })).toBe('noGo');
  expect(suggestionFor({ transport: 'udp', upKbps: 2_000, roundTripMs: 900 })).toBe('noGo');
  expect(suggestionFor({ transport: 'none', upKbps: 5_000 })).toBe('noGo');
});
