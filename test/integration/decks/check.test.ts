import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { checkPdf } from '../../../server/decks/check/check.ts';
import { RefusalError } from '../../../protocol/errors.ts';
import { temporaryPlace } from '../store/place.ts';
import { makePdf } from './pdfs.ts';

let place: Awaited<ReturnType<typeof temporaryPlace>>;
beforeAll(async () => {
  place = await temporaryPlace();
});
afterAll(() => place.remove());

async function file(content: Uint8Array): Promise<string> {
  const path = join(place.path, `${Math.random()}.pdf`);
  await writeFile(path, content);
  return path;
}

async function judged(content: Uint8Array): Promise<number | string> {
  return checkPdf(await file(content)).then(({ pages }) => pages, (error: RefusalError) => error.refusal.code);
}

const whole = makePdf({ pages: 30 });

function replaced(pdf: Buffer, from: string, to: string): Buffer {
  const at = pdf.indexOf(from, 0, 'latin1');
  const copy = Buffer.from(pdf);
  copy.write(to, at, 'latin1');
  return copy;
}

describe('the check of a PDF', () => {
  it.each([
    ['a PDF', whole, 30],
    ['as many pages as there may be', makePdf({ pages: 500 }), 500],
    ['one that only restricts printing', makePdf({ pages: 2, protection: 'owner' }), 2],
    ['zeros after the end', Buffer.concat([whole, Buffer.alloc(5_000)]), 30],
    ['one page too many', makePdf({ pages: 501 }), 'file.tooManyPages'],
    ['two thousand pages', makePdf({ pages: 2_000 }), 'file.tooManyPages'],
    ['a password', makePdf({ pages: 2, protection: 'password' }), 'file.encrypted'],
    ['cut off', whole.subarray(0, whole.length * 0.8), 'file.broken'],
    ['cut off before the last line', whole.subarray(0, whole.length - 20), 'file.broken'],
    ['the header alone', Buffer.from('%PDF-1.7\n'), 'file.broken'],
    ['header and end without anything between', Buffer.from('%PDF-1.7\nstartxref\n9\n%%EOF\n'), 'file.broken'],
    ['a wrong count of pages', replaced(whole, '/Count 30', '/Count 99'), 30],
    ['a page that is none', replaced(whole, '/Kids [4 0 R', '/Kids [0 0 R'), 'file.broken'],
    ['HTML', Buffer.from('<!doctype html><script>alert(1)</script>'), 'file.notPdf'],
    ['nothing', Buffer.alloc(0), 'file.notPdf'],
  ])('%s', async (_name, content, outcome) => {
    expect(await judged(content)).toBe(outcome);
  });

  it('is stopped when it takes too long', async () => {
    const child = new URL('./programs/hang.ts', import.meta.url);
    await expect(checkPdf(await file(whole), { child, timeoutMs: 700 })).rejects.toMatchObject({ refusal: { code: 'file.timeout' } });
  });

  it('cannot take the memory of the machine', async () => {
    const child = new URL('./programs/eat.ts', import.meta.url);
    await expect(checkPdf(await file(whole), { child })).rejects.toMatchObject({ refusal: { code: 'file.broken' } });
  });

  it('reaches nothing but the file, inherits nothing, writes nothing', async () => {
    vi.stubEnv('GANGWAY_TEST_SECRET', 'secret');
    const path = await file(whole);
    const child = new URL('./programs/pry.ts', import.meta.url);
    // One: it can read the file.
    expect(await checkPdf(path, { child })).toEqual({ pages: 1 });
    expect(await readFile(path)).toEqual(whole);
  });
});
