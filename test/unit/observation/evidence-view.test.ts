import { describe, expect, test } from 'vitest';
import { choicesOf, entriesOf, filtered, firstPicture, nextWaiting, waitingFor } from '../../../client/observation/evidence/list.ts';
import type { Entry } from '../../../client/observation/evidence/list.ts';
import type { EventType, SessionEvent } from '../../../protocol/live/event.ts';
import type { Annotation } from '../../../protocol/observation/annotation.ts';
import { initialEvidence, reduceEvidence } from '../../../protocol/observation/evidence.ts';
import type { EvidenceEvents, EvidenceRoom, Part, Pictured } from '../../../protocol/observation/evidence.ts';

const hash = (letter: string): string => letter.repeat(64);
const pictureOf = (letter: string): Pictured => ({ content: { hash: hash(letter), bytes: 1_000, mime: 'image/jpeg', width: 40, height: 30 } });
const mark: Annotation = { id: 'm', shape: 'arrow', ink: 'red', number: 1, from: { x: 0.1, y: 0.1 }, to: { x: 0.5, y: 0.5 } };

/** The room after these events, and as somebody sees it who has no custody. */
class Story {
  all: EvidenceRoom = initialEvidence;
  #at = 1_000;

  tell<T extends keyof EvidenceEvents & EventType>(type: T, data: EvidenceEvents[T], actor = 'rep'): this {
    this.#at += 1;
    this.all = reduceEvidence(this.all, { seq: this.#at, at: this.#at, actor, room: 'floor', audience: 'everyone', type, data } as SessionEvent);
    return this;
  }

  captured(id: string, number: number, more: { readonly zone?: string; readonly criterion?: string } = {}): this {
    return this.tell('evidence.captured', { id, number, kind: 'still', title: `Title ${id}`, capturedAt: 500 + number, pictured: pictureOf(id), ...more }, 'camera');
  }

  stored(id: string, version = id, part: Part = 'content'): this {
    return this.tell('evidence.stored', { evidence: id, version, part }, 'camera');
  }

  masked(id: string, version: string): this {
    return this.tell('evidence.masked', { evidence: id, id: version, of: id, regions: [{ x: 0, y: 0, width: 0.5, height: 0.5, hides: 'person' }], pictured: pictureOf('f') });
  }

  released(id: string, number: number, version: string, masked: boolean, marks: readonly Annotation[] = []): this {
    return this.tell('evidence.released', {
      id, number, kind: 'still', title: `Title ${id}`, capturedAt: 500 + number, by: 'camera', version, masked, pictured: pictureOf(masked ? 'f' : id), marks, original: hash(id),
    });
  }

  withheld(id: string, number: number): this {
    return this.tell('evidence.withheld', { evidence: id, number, kind: 'still', capturedAt: 500 + number, reason: 'A face' });
  }

  get outside(): EvidenceRoom {
    return { ...this.all, items: {} };
  }
}

const states = (entries: readonly Entry[]): readonly string[] => entries.map((one) => `${one.number} ${one.state}`);

describe('what each role is shown', () => {
  const story = new Story()
    .captured('a', 1).stored('a').released('a', 1, 'a', false)
    .captured('b', 2).stored('b').masked('b', 'b2').stored('b', 'b2').released('b', 2, 'b2', true)
    .captured('c', 3).stored('c').withheld('c', 3)
    .captured('d', 4).stored('d')
    .captured('e', 5);

  test('custody sees every item, the newest first', () => {
    expect(states(entriesOf(story.all, true))).toEqual(['5 uploading', '4 review', '3 withheld', '2 masked', '1 released']);
  });

  test('an observer sees what was decided, and of what was withheld the reason and nothing to look at', () => {
    const entries = entriesOf(story.outside, false);
    expect(states(entries)).toEqual(['3 withheld', '2 masked', '1 released']);
    expect(entries[0]).toMatchObject({ title: '', reason: 'A face', pictures: [] });
    expect(entries[0]).not.toHaveProperty('by');
  });

  test('an observer has only the released version to look at, with its hash and that of the original', () => {
    const masked = entriesOf(story.outside, false).find((one) => one.number === 2)!;
    expect(masked.pictures.map(({ id, file, kind }) => ({ id, file, kind }))).toEqual([{ id: 'b2', file: 'b2', kind: 'mask' }]);
    expect(masked.original).toBe(hash('b'));
    expect(masked.pictures[0]!.pictured.content.hash).toBe(hash('f'));
  });

  test('custody has every version, and knows which one is out', () => {
    const masked = entriesOf(story.all, true).find((one) => one.number === 2)!;
    expect(masked.pictures.map(({ id, kind, isReleased }) => ({ id, kind, isReleased }))).toEqual([
      { id: 'b', kind: 'original', isReleased: false }, { id: 'b2', kind: 'mask', isReleased: true },
    ]);
  });

  test('an item that was given up says why', () => {
    const gone = new Story().captured('a', 1).tell('evidence.discarded', { evidence: 'a', reason: 'consent' });
    expect(entriesOf(gone.all, true)[0]).toMatchObject({ state: 'discarded', reason: 'consent' });
  });
});

describe('what is looked at first', () => {
  const first = (story: Story): string | undefined => firstPicture(entriesOf(story.all, true)[0]!)?.id;

  test('the original, as long as there is nothing else', () => {
    expect(first(new Story().captured('a', 1))).toBe('a');
    expect(first(new Story().captured('a', 1).stored('a'))).toBe('a');
  });

  test('its small picture, while the large one is on its way', () => {
    const [entry] = entriesOf(new Story().captured('a', 1).stored('a', 'a', 'thumbnail').all, true);
    expect(firstPicture(entry!)).toMatchObject({ isStored: false, hasThumbnail: true });
  });

  test('nothing of what was given up: its bytes are deleted', () => {
    const [entry] = entriesOf(new Story().captured('a', 1).stored('a', 'a', 'thumbnail').tell('evidence.discarded', { evidence: 'a', reason: 'cancelled' }).all, true);
    expect(firstPicture(entry!)).toMatchObject({ isStored: false, hasThumbnail: false });
  });

  test('a mask once its bytes are there, and not before', () => {
    const story = new Story().captured('a', 1).stored('a').masked('a', 'a2');
    expect(first(story)).toBe('a');
    expect(first(story.stored('a', 'a2'))).toBe('a2');
  });

  test('of a released item what is out, also when a mask was made that is not', () => {
    expect(first(new Story().captured('a', 1).stored('a').masked('a', 'a2').stored('a', 'a2').released('a', 1, 'a', false))).toBe('a');
  });

  test('the newest mark-up of what is out, over the same bytes', () => {
    const story = new Story().captured('a', 1).stored('a').released('a', 1, 'a', false, [mark]).tell('evidence.markedUp', { evidence: 'a', id: 'u', of: 'a', marks: [mark, mark] }, 'observer');
    for (const entries of [entriesOf(story.all, true), entriesOf(story.outside, false)]) {
      const picture = firstPicture(entries[0]!)!;
      expect(picture).toMatchObject({ id: 'u', of: 'a', file: 'a', by: 'observer' });
      expect(picture.marks).toHaveLength(2);
    }
  });
});

describe('the list', () => {
  const entries = entriesOf(new Story()
    .captured('a', 1, { zone: 'dock', criterion: 'G' }).stored('a')
    .captured('b', 2, { zone: 'dock', criterion: 'A' })
    .captured('c', 3, { zone: 'gate' }).stored('c').all, true);

  test.each([
    [{}, [3, 2, 1]], [{ zone: 'dock' }, [2, 1]], [{ state: 'review' }, [3, 1]], [{ criterion: 'G' }, [1]], [{ zone: 'gate', criterion: 'G' }, []],
  ] as const)('filtered by %o', (filter, numbers) => {
    expect(filtered(entries, filter).map((one) => one.number)).toEqual(numbers);
  });

  test('offers only choices that find something, states in the order in which items go through them', () => {
    expect(choicesOf(entries)).toEqual({ states: ['uploading', 'review'], zones: ['gate', 'dock'], criteria: ['A', 'G'] });
  });
});

describe('what waits for the operator', () => {
  const story = new Story().captured('a', 1).stored('a').captured('b', 2).captured('c', 3).stored('c').captured('d', 4).stored('d').withheld('d', 4).captured('e', 5).stored('e');

  test('is what has arrived and is not decided, the oldest first', () => {
    expect(waitingFor(story.all)).toEqual(['a', 'c', 'e']);
  });

  test('comes up one after the other, and round to what was passed over', () => {
    expect(nextWaiting(story.all, 'a')).toBe('c');
    expect(nextWaiting(story.all, 'c')).toBe('e');
    expect(nextWaiting(story.all, 'e')).toBe('a');
    expect(nextWaiting(new Story().captured('a', 1).stored('a').all, 'a')).toBeUndefined();
  });
});
