import { describe, expect, it } from 'vitest';
import { PageQueue } from '../../../client/deck/pdf/pageQueue.ts';

const wide = (width: number) => ({ width, height: 90 });

/** Pages that are drawn when the test says so. */
function easel(spare = 2) {
  const begun: { page: number; width: number; signal: AbortSignal; finish: () => Promise<void>; fail: () => Promise<void> }[] = [];
  const disposed: string[] = [];
  const settled = () => new Promise<void>((resolve) => setImmediate(resolve));
  const queue = new PageQueue<string>({
    spare,
    dispose: (image) => disposed.push(image),
    draw: (page, { width }, signal) => {
      const { promise, resolve, reject } = Promise.withResolvers<string>();
      signal.addEventListener('abort', () => reject(new Error('stopped')));
      begun.push({
        page, width, signal,
        finish: () => (resolve(`${page}@${width}`), settled()),
        fail: () => (reject(new Error('cannot')), settled()),
      });
      return promise;
    },
  });
  return { queue, begun, disposed, settled, last: () => begun.at(-1)! };
}

describe('the queue of pages', () => {
  it('draws one at a time, the most urgent first', async () => {
    const { queue, begun, last } = easel();
    queue.want([5, 6, 4], wide(100));
    expect(begun.map(({ page }) => page)).toEqual([5]);
    await last().finish();
    expect(queue.get(5)?.image).toBe('5@100');
    await last().finish();
    await last().finish();
    expect(begun.map(({ page }) => page)).toEqual([5, 6, 4]);
  });

  it('has the next page ready when it is turned to, and goes on with the one after', async () => {
    const { queue, begun, last } = easel();
    queue.want([5, 6], wide(100));
    await last().finish();
    await last().finish();
    queue.want([6, 7, 5], wide(100));
    expect(queue.get(6)?.image).toBe('6@100');
    expect(begun.map(({ page }) => page)).toEqual([5, 6, 7]);
  });

  it('lets a page go on that becomes the most urgent while it is drawn', async () => {
    const { queue, begun, last } = easel();
    queue.want([5, 6], wide(100));
    await last().finish();
    queue.want([6, 7, 5], wide(100));
    expect(last().signal.aborted).toBe(false);
    await last().finish();
    expect(begun.map(({ page }) => page)).toEqual([5, 6, 7]);
  });

  it('stops what keeps the most urgent waiting, and takes it up again later', async () => {
    const { queue, begun, last, settled } = easel();
    queue.want([5, 6], wide(100));
    await last().finish();
    queue.want([40, 41, 6], wide(100));
    expect(begun[1]!.signal.aborted).toBe(true);
    await settled();
    expect(last().page).toBe(40);
    await last().finish();
    await last().finish();
    expect(begun.map(({ page }) => page)).toEqual([5, 6, 40, 41, 6]);
  });

  it('shows the old width until the new one is drawn', async () => {
    const { queue, last, disposed, settled } = easel();
    queue.want([5], wide(100));
    await last().finish();
    queue.want([5], wide(200));
    expect(queue.get(5)?.area.width).toBe(100);
    await last().finish();
    expect(queue.get(5)?.area.width).toBe(200);
    expect(disposed).toEqual(['5@100']);
    queue.want([5], wide(100));
    queue.want([5], wide(200));
    await settled();
    expect(queue.get(5)?.area.width).toBe(200);
  });

  it('keeps a few pages that are not wanted, the last used ones', async () => {
    const { queue, last, disposed } = easel(2);
    for (const page of [1, 2, 3, 4]) {
      queue.want([page], wide(100));
      await last().finish();
    }
    expect(disposed).toEqual(['1@100']);
    expect(queue.get(2)?.image).toBe('2@100');
    queue.want([5], wide(100));
    await last().finish();
    expect(disposed).toEqual(['1@100', '3@100']);
  });

  it('says which page failed and goes on with the others', async () => {
    const { queue, begun, last } = easel();
    let told = 0;
    queue.subscribe(() => told++);
    queue.want([5, 6], wide(100));
    await last().fail();
    expect(queue.failure(5)).toEqual(new Error('cannot'));
    expect(told).toBe(1);
    await last().finish();
    expect(queue.get(6)?.image).toBe('6@100');
    expect(begun.map(({ page }) => page)).toEqual([5, 6]);
  });

  it('gives everything back when it is closed', async () => {
    const { queue, last, disposed, begun } = easel();
    queue.want([5, 6], wide(100));
    await last().finish();
    queue.close();
    expect(disposed).toEqual(['5@100']);
    expect(last().signal.aborted).toBe(true);
    queue.want([9], wide(100));
    expect(begun).toHaveLength(2);
  });
});
