import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { pdfBytes } from '../../../server/decks/receive.ts';
import { inlineName } from '../../../server/files/serve.ts';
import { Turns } from '../../../server/decks/turns.ts';

async function read(...chunks: readonly string[]): Promise<string> {
  let all = '';
  for await (const chunk of pdfBytes(Readable.from(chunks.map((chunk) => Buffer.from(chunk))))) all += Buffer.from(chunk).toString();
  return all;
}

describe('the first bytes', () => {
  it('pass a PDF on, however it is cut into pieces', async () => {
    await fc.assert(fc.asyncProperty(fc.array(fc.integer({ min: 0, max: 12 })), async (cuts) => {
      const text = '%PDF-1.7\nand so on';
      const at = [0, ...cuts.toSorted((a, b) => a - b), text.length];
      expect(await read(...at.slice(1).map((end, index) => text.slice(at[index], end)))).toBe(text);
    }));
  });

  it.each([[''], ['%PDF'], ['%', 'P', 'X'], ['<html>%PDF-'], [' %PDF-1.7'], ['\uFEFF%PDF-1.7']])('refuse %j', async (...chunks) => {
    await expect(read(...chunks)).rejects.toMatchObject({ refusal: { code: 'file.notPdf' } });
  });

  it('are refused before more is asked for', async () => {
    let asked = 0;
    const source = (async function* () {
      for (;;) {
        asked += 1;
        yield Buffer.from('<html>');
      }
    })();
    await expect(pdfBytes(source).next()).rejects.toMatchObject({ refusal: { code: 'file.notPdf' } });
    expect(asked).toBe(1);
  });
});

describe('a name for saving', () => {
  it.each([
    ['Goals (en).pdf', 'inline; filename="Goals (en).pdf"; filename*=UTF-8\'\'Goals%20%28en%29.pdf'],
    ['目标.pdf', 'inline; filename="__.pdf"; filename*=UTF-8\'\'%E7%9B%AE%E6%A0%87.pdf'],
    ['a"b\\c/d\r\nX: y.pdf', 'inline; filename="a_b_c_d__X_ y.pdf"; filename*=UTF-8\'\'a_b_c_d__X_%20y.pdf'],
    ['\uD800.pdf', 'inline; filename="_.pdf"; filename*=UTF-8\'\'_.pdf'],
  ])('%j', (name, header) => expect(inlineName(name)).toBe(header));

  it('is a header whatever the title', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (name) => {
      // Visible ASCII and spaces alone, and one pair of quotes: nothing to break out with.
      expect(inlineName(name)).toMatch(/^inline; filename="[\x20\x21\x23-\x7E]*"; filename\*=UTF-8''[A-Za-z0-9%._~!*-]*$/u);
    }));
  });
});

describe('turns', () => {
  it('let so many run at once, in order, and go on after a failure', async () => {
    const turns = new Turns(2);
    const gates = [1, 2, 3, 4].map(() => Promise.withResolvers<void>());
    const started: number[] = [];
    const works = gates.map((gate, index) => turns.run(async () => {
      started.push(index);
      await gate.promise;
      return index;
    }));
    const failed = expect(works[0]).rejects.toThrow('broken');
    await Promise.resolve();
    expect(started).toEqual([0, 1]);
    gates[0]!.reject(new Error('broken'));
    await failed;
    expect(started).toEqual([0, 1, 2]);
    for (const gate of gates.slice(1)) gate.resolve();
    expect(await Promise.all(works.slice(1))).toEqual([1, 2, 3]);
    expect(started).toEqual([0, 1, 2, 3]);
  });
});
