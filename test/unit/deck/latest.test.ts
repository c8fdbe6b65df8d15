import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Latest } from '../../../client/deck/view/latest.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function sender(everyMs = 0) {
  const sent: { value: number; answer: (error?: Error) => Promise<void> }[] = [];
  let changes = 0;
  const latest = new Latest<number>((value) => new Promise<void>((resolve, reject) => {
    sent.push({ value, answer: async (error) => {
      if (error) reject(error);
      else resolve();
      await vi.advanceTimersByTimeAsync(0);
    } });
  }), () => changes++, everyMs);
  return { latest, sent, changes: () => changes };
}

describe('the newest of many values', () => {
  it('is sent, and those between are not', async () => {
    const { latest, sent } = sender();
    for (const page of [2, 3, 4, 5]) latest.want(page);
    expect(sent.map(({ value }) => value)).toEqual([2]);
    await sent[0]!.answer();
    expect(sent.map(({ value }) => value)).toEqual([2, 5]);
    expect(latest.wanted).toBe(5);
    await sent[1]!.answer();
    expect(latest.wanted).toBeUndefined();
    expect(sent).toHaveLength(2);
  });

  it('is given up when it is refused, and the next goes on', async () => {
    const { latest, sent } = sender();
    latest.want(2);
    await sent[0]!.answer(new Error('refused'));
    expect(latest.wanted).toBeUndefined();
    latest.want(3);
    expect(sent.map(({ value }) => value)).toEqual([2, 3]);
  });

  it('is not sent more often than it may', async () => {
    const { latest, sent } = sender(80);
    latest.want(1);
    await sent[0]!.answer();
    latest.want(2);
    latest.want(3);
    expect(sent).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(80);
    expect(sent.map(({ value }) => value)).toEqual([1, 3]);
  });

  it('that waits can be dropped', async () => {
    const { latest, sent, changes } = sender();
    latest.want(1);
    latest.want(2);
    latest.drop();
    expect(latest.wanted).toBeUndefined();
    const before = changes();
    await sent[0]!.answer();
    expect(sent).toHaveLength(1);
    expect(changes()).toBe(before);
  });
});
