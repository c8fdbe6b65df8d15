import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkLine, entryOf, genesis, isWholeLine, seal, verifyChain } from '../../../server/store/embedded/chain.ts';

/** The file of a log with these entries, `group` entries an append. */
function logFile(session: string, entries: readonly object[], group = 1): Buffer {
  let prev = genesis(session);
  return Buffer.concat(entries.map((entry, index) => {
    const last = index === entries.length - 1;
    const { bytes, hash } = seal(JSON.stringify({ seq: index + 1, ...entry }), prev, !last && (index + 1) % group !== 0);
    prev = hash;
    return bytes;
  }));
}

/** Lines as a reader of the file sees them; what follows the last newline counts as a line. */
function linesOf(file: Buffer): Buffer[] {
  const lines: Buffer[] = [];
  let from = 0;
  for (let at = file.indexOf(10); at >= 0; at = file.indexOf(10, from)) {
    lines.push(file.subarray(from, at));
    from = at + 1;
  }
  if (from < file.length) lines.push(file.subarray(from));
  return lines;
}

const entries = fc.array(fc.dictionary(fc.stringMatching(/^[a-z]{4,8}$/).filter((key) => !['more', 'prev', 'hash'].includes(key)), fc.jsonValue(), { maxKeys: 3 }), { minLength: 1, maxLength: 6 });

describe('the chain of a log', () => {
  it('holds for what was sealed, and gives the entries back', () => {
    fc.assert(fc.property(entries, fc.integer({ min: 1, max: 4 }), (list, group) => {
      const lines = linesOf(logFile('s1', list, group));
      const check = verifyChain('s1', lines);
      expect(check).toMatchObject({ ok: true, head: { seq: list.length } });
      expect(lines.map(entryOf)).toEqual(list.map((entry, index) => JSON.parse(JSON.stringify({ seq: index + 1, ...entry })) as unknown));
    }));
  });

  it('finds any change of any byte', () => {
    fc.assert(fc.property(entries, fc.integer({ min: 1, max: 4 }), fc.nat(), fc.integer({ min: 1, max: 255 }), (list, group, at, mask) => {
      const file = logFile('s1', list, group);
      const position = at % file.length;
      file.writeUInt8((file.at(position) ?? 0) ^ mask, position);
      expect(verifyChain('s1', linesOf(file)).ok).toBe(false);
    }), { numRuns: 2_000 });
  });

  it('finds every single changed byte of one log', () => {
    const file = logFile('s1', [{ type: 'opened' }, { type: 'said', data: { text: 'é' } }, { type: 'ended' }], 2);
    const missed: number[] = [];
    for (let position = 0; position < file.length; position += 1) {
      for (const mask of [0x01, 0x20, 0x80, 0xff]) {
        const changed = Buffer.from(file);
        changed.writeUInt8((changed.at(position) ?? 0) ^ mask, position);
        if (verifyChain('s1', linesOf(changed)).ok) missed.push(position);
      }
    }
    expect(missed).toEqual([]);
  });

  const lines = linesOf(logFile('s1', [{ a: 1 }, { a: 2 }, { a: 3 }, { a: 4 }]));
  const [one, two, three, four] = lines as [Buffer, Buffer, Buffer, Buffer];
  it.each([
    ['a line that is gone', [one, three, four], 2],
    ['a first line that is gone', [two, three, four], 1],
    ['a line that stands twice', [one, two, two, three], 3],
    ['two lines in each other’s place', [one, three, two, four], 2],
    ['an empty line', [one, Buffer.alloc(0), two], 2],
    ['a line of something else', [one, Buffer.from('{"seq":2}'), two], 2],
  ])('finds %s', (_what, changed, line) => {
    expect(verifyChain('s1', changed)).toMatchObject({ ok: false, line });
  });

  it('finds lines of another session', () => {
    expect(verifyChain('s2', lines)).toMatchObject({ ok: false, line: 1 });
  });

  it('finds a number that does not follow, though the hashes do', () => {
    const first = seal('{"seq":1}', genesis('s1'), false);
    const second = seal('{"seq":3}', first.hash, false);
    expect(verifyChain('s1', [first.bytes.subarray(0, -1), second.bytes.subarray(0, -1)])).toMatchObject({ ok: false, line: 2 });
  });

  it('holds for no lines at all, with the head that the first line will follow', () => {
    expect(verifyChain('s1', [])).toEqual({ ok: true, head: { seq: 0, hash: genesis('s1') } });
  });

  it('can be checked by anyone with SHA-256 and the file', () => {
    let prev = createHash('sha256').update('gangway session log s1').digest('hex');
    for (const line of lines.map(String)) {
      const [body, own] = line.split(',"hash":"') as [string, string];
      expect(JSON.parse(line)).toMatchObject({ prev });
      prev = createHash('sha256').update(body).digest('hex');
      expect(own).toBe(`${prev}"}`);
    }
  });

  it('tells a whole line in the wrong place from one that is damaged', () => {
    expect(checkLine(two, genesis('s1'))).toMatchObject({ ok: false, reason: expect.stringContaining('follow') as string });
    expect(isWholeLine(two)).toBe(true);
    expect(isWholeLine(two.subarray(1))).toBe(false);
    expect(checkLine(two.subarray(1), genesis('s1'))).toMatchObject({ ok: false, reason: expect.stringContaining('hash') as string });
  });
});
