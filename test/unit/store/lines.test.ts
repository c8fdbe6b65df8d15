import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readLines, type LineSlice } from '../../../server/store/embedded/lines.ts';

type Readable = Parameters<typeof readLines>[0];

/** A file in memory that hands out at most `most` bytes a time, as a disk may. */
function fileOf(content: Buffer, most = Infinity): Readable {
  const read = async (buffer: Buffer, offset: number, length: number, position: number): Promise<{ bytesRead: number; buffer: Buffer }> => {
    const bytesRead = content.copy(buffer, offset, position, Math.min(content.length, position + Math.min(length, most)));
    return { bytesRead, buffer };
  };
  return { read: read as Readable['read'] };
}

async function all(slices: AsyncIterable<LineSlice>): Promise<{ lines: number[]; rest: number }> {
  const lines: number[] = [];
  let rest = 0;
  for await (const slice of slices) {
    for (const line of slice.lines) {
      // Every byte of a line is its number, so that bytes of another line would be seen.
      expect(line.every((byte) => byte === (lines.length % 200) + 20)).toBe(true);
      lines.push(line.length);
    }
    rest += slice.rest?.length ?? 0;
  }
  return { lines, rest };
}

function contentOf(lengths: readonly number[], rest: number): Buffer {
  return Buffer.concat([...lengths.map((length, index) => Buffer.concat([Buffer.alloc(length, (index % 200) + 20), Buffer.of(10)])), Buffer.alloc(rest, 1)]);
}

describe('reading lines', () => {
  it.each([
    [[], 0], [[], 5], [[0], 0], [[0, 0, 0], 0], [[1, 2, 3], 4],
    [[262_143], 0], [[262_144], 0], [[262_142, 1], 1], [[700_000, 5, 262_144], 300_000], [Array.from({ length: 3_000 }, (_, n) => n % 300), 0],
  ])('finds every line, also those longer than what is read at a time (case %#)', async (lengths, rest) => {
    const content = contentOf(lengths, rest);
    expect(await all(readLines(fileOf(content), 0, content.length))).toEqual({ lines: lengths, rest });
  });

  it('does so however little is read at a time, and from any line to any byte', async () => {
    await fc.assert(fc.asyncProperty(
      fc.array(fc.nat(40), { maxLength: 30 }), fc.nat(20), fc.integer({ min: 1, max: 50 }), fc.nat(), async (lengths, rest, most, at) => {
        const content = contentOf(lengths, rest);
        const end = content.length === 0 ? 0 : at % (content.length + 1);
        const whole = content.subarray(0, end);
        const expected = whole.toString('latin1').split('\n').map((line) => line.length);
        const tail = expected.pop() ?? 0;
        expect(await all(readLines(fileOf(content, most), 0, end))).toEqual({ lines: expected, rest: tail });
      },
    ));
  });

  it('ends where the file ends, should it be shorter than was said', async () => {
    expect(await all(readLines(fileOf(contentOf([3], 0)), 0, 1_000))).toEqual({ lines: [3], rest: 0 });
  });
});
