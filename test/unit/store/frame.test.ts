import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { frame, scanFrames, unframe } from '../../../server/store/embedded/frame.ts';

const texts = (scan: ReturnType<typeof scanFrames>): string[] => scan.payloads.map((payload) => payload.toString());
const jsons = fc.array(fc.json({ maxDepth: 2 }), { maxLength: 6 });

describe('frames', () => {
  it('come back as they went in', () => {
    fc.assert(fc.property(jsons, (list) => {
      const bytes = Buffer.concat(list.map(frame));
      const scan = scanFrames(bytes);
      expect(texts(scan)).toEqual(list);
      expect(scan).toMatchObject({ length: bytes.length, rest: 'nothing' });
    }));
  });

  it('hold up to the byte at which the file was cut', () => {
    fc.assert(fc.property(jsons, fc.nat(), (list, at) => {
      const frames = list.map(frame);
      const whole = Buffer.concat(frames);
      const cut = whole.length === 0 ? 0 : at % (whole.length + 1);
      const scan = scanFrames(whole.subarray(0, cut));
      let length = 0;
      let count = 0;
      for (const one of frames) {
        if (length + one.length > cut) break;
        length += one.length;
        count += 1;
      }
      expect(texts(scan)).toEqual(list.slice(0, count));
      expect(scan.length).toBe(length);
      expect(scan.rest).toBe(cut === length ? 'nothing' : 'torn');
    }));
  });

  it('never take a changed byte for what was written', () => {
    fc.assert(fc.property(fc.json({ maxDepth: 2 }), fc.nat(), fc.integer({ min: 1, max: 255 }), (json, at, mask) => {
      const bytes = frame(json);
      const position = at % bytes.length;
      bytes.writeUInt8((bytes.at(position) ?? 0) ^ mask, position);
      expect(scanFrames(bytes).payloads).toEqual([]);
    }), { numRuns: 1_000 });
  });

  it.each([
    // The check value that CRC-32 is published with.
    ['9 cbf43926 123456789', '123456789'],
    ['', undefined], ['9 ', undefined], ['9 cbf43926', undefined], ['123456789', undefined],
    ['09 cbf43926 123456789', undefined], ['9 CBF43926 123456789', undefined], ['9  cbf43926 123456789', undefined],
    ['9 cbf43926 123456789 ', undefined], ['8 cbf43926 123456789', undefined], ['9 cbf43927 123456789', undefined],
    ['+9 cbf43926 123456789', undefined],
  ])('read %j as %j', (line, payload) => {
    expect(unframe(Buffer.from(line))?.toString()).toBe(payload);
  });

  const good = frame('{"put":[]}');
  const bad = Buffer.from(good);
  bad[bad.length - 3] = 0x20;
  it.each([
    ['nothing', [good]],
    ['torn', [good, good.subarray(0, 5)]],
    ['torn', [good, Buffer.alloc(64)]],
    ['torn', [good, good.subarray(0, 9), Buffer.alloc(64)]],
    ['torn', [good, Buffer.alloc(64), Buffer.from('\n')]],
    ['damaged', [good, bad]],
    ['damaged', [good, bad, bad]],
    ['damaged', [good, bad, good.subarray(0, 5)]],
    ['middle', [good, bad, good]],
    ['middle', [bad, bad, good, bad]],
    ['middle', [good, Buffer.alloc(64), Buffer.from('\n'), good]],
  ] as const)('tell the end of a file that is %s', (rest, parts) => {
    expect(scanFrames(Buffer.concat(parts)).rest).toBe(rest);
  });
});
