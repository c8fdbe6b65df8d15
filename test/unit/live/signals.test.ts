import { describe, expect, test } from 'vitest';
import { placeIds } from '../../../protocol/ceremony/places.ts';
import { mayPass } from '../../../server/live/signals.ts';
import { Play } from '../protocol/histories.ts';

describe('in a rehearsal', () => {
  // chen signs for side a, bo for side b, whose witness is dia.
  test.each([
    ['chen', ['signatory-a']], ['bo', ['signatory-b']], ['dia', ['witness-b']], ['ann', []], ['eve', []],
  ])('%s signs in no place but their own', (who, own) => {
    const { state } = new Play('ceremony');
    const tries = placeIds.filter((place) => mayPass('ceremony.tried', state, state.participants[who]!, { copy: 'a', place }));
    expect(tries).toEqual(own);
  });
});

describe('in a case', () => {
  test('who writes in a cell is told of where they can write alone', () => {
    const { state } = new Play('case');
    const may = (who: string, comparison: string): boolean => mayPass('matrix.editing', state, state.participants[who]!, { comparison, criterion: 'A', field: 'text' });
    expect([may('bo', 'y1'), may('eve', 'y1'), may('bo', 'y9')]).toEqual([true, true, false]);
    const ofEast = { ...state.participants['bo']!, administration: 'east' };
    expect(mayPass('matrix.editing', state, ofEast, { comparison: 'y1', criterion: 'A', field: 'text' })).toBe(false);
  });
});
