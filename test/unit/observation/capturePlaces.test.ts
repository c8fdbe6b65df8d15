import { crc32 } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { exifOf, hasPosition, turnOf } from '../../../client/observation/capture/exif.ts';
import { placeless } from '../../../client/observation/capture/place.ts';

const latin = (text: string): number[] => [...text].map((letter) => letter.charCodeAt(0));
const bytesOf = async (blob: Blob): Promise<Uint8Array> => new Uint8Array(await blob.arrayBuffer());
const big = (value: number): number[] => [value >>> 24, value >>> 16, value >>> 8, value].map((byte) => byte & 0xff);
const little = (value: number): number[] => big(value).toReversed();

/** An Exif block of a camera, with or without the directory of a position. */
function exif(turn: number, position: boolean): number[] {
  const entries = [[0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, turn, 0, 0], ...(position ? [[0x88, 0x25, 0, 4, 0, 0, 0, 1, 0, 0, 0, 38]] : [])];
  return [0x4d, 0x4d, 0, 42, 0, 0, 0, 8, 0, entries.length, ...entries.flat(), 0, 0, 0, 0, ...(position ? latin('59.91N 10.75E') : [])];
}

const chunk = (type: string, data: readonly number[]): number[] => [...big(data.length), ...latin(type), ...data, ...big(crc32(Uint8Array.from([...latin(type), ...data])))];
const png = (...chunks: readonly (readonly number[])[]): Blob => new Blob([Uint8Array.from([0x89, ...latin('PNG\r\n\x1a\n'), ...chunks.flat()])], { type: 'image/png' });
const header = chunk('IHDR', [0, 0, 0, 1, 0, 0, 0, 1, 8, 2, 0, 0, 0]);
const picture = chunk('IDAT', [0x78, 0x9c, 1, 2, 3]);
const end = chunk('IEND', []);
const xmp = latin('<x:xmpmeta exif:GPSLatitude="59,54.6N"/>');

describe('a PNG', () => {
  test.each([
    ['Exif with a position', chunk('eXIf', exif(1, true))], ['XMP', chunk('iTXt', [...latin('XML:com.adobe.xmp\0'), 0, 0, 0, 0, ...xmp])],
    ['XMP in a plain text', chunk('tEXt', [...latin('XML:com.adobe.xmp\0'), ...xmp])], ['an Exif profile, compressed', chunk('zTXt', [...latin('Raw profile type exif\0'), 0, 1, 2])],
    ['an IPTC profile', chunk('tEXt', latin('Raw profile type iptc\0\n'))],
  ])('goes on without %s, and with everything else as it was', async (_what, bad) => {
    const comment = chunk('tEXt', latin('Software\0Scanner 3'));
    const after = await placeless(png(header, bad, comment, picture, bad, end), 'image/png');
    expect(await bytesOf(after)).toEqual(await bytesOf(png(header, comment, picture, end)));
    expect(after.type).toBe('image/png');
  });

  test('stays turned as the camera said, by a chunk whose checksum holds', async () => {
    const after = await bytesOf(await placeless(png(header, chunk('eXIf', exif(6, true)), picture, end), 'image/png'));
    expect(after).toEqual(await bytesOf(png(header, chunk('eXIf', exifOf(6)), picture, end)));
    expect(new TextDecoder('latin1').decode(after)).not.toContain('59.91N');
  });

  test.each([
    ['names no place', png(header, chunk('eXIf', exif(6, false)), chunk('tEXt', latin('Title\0XML:com.adobe.xmp')), picture, end)], ['has nothing but a picture', png(header, picture, end)],
    ['ends early', png(header, [0, 0, 1, 0, ...latin('eXIf'), 1, 2])], ['is nothing', new Blob([])],
  ])('that %s keeps every byte', async (_what, blob) => expect(await placeless(blob, 'image/png')).toBe(blob));
});

describe('a WebP', () => {
  const part = (name: string, data: readonly number[]): number[] => [...latin(name), ...little(data.length), ...data, ...(data.length % 2 ? [0] : [])];
  const webp = (...parts: readonly (readonly number[])[]): Blob => {
    const body = [...latin('WEBP'), ...parts.flat()];
    return new Blob([Uint8Array.from([...latin('RIFF'), ...little(body.length), ...body])], { type: 'image/webp' });
  };
  const extended = (flags: number): number[] => part('VP8X', [flags, 0, 0, 0, 1, 0, 0, 1, 0, 0]);
  const image = part('VP8 ', [1, 2, 3, 4, 5]);
  const ALPHA = 0x10;

  test.each([
    ['Exif with a position', 0x08, part('EXIF', exif(1, true))], ['the same behind a header as in JPEG', 0x08, part('EXIF', [...latin('Exif\0\0'), ...exif(1, true)])], ['XMP', 0x04, part('XMP ', xmp)],
  ])('goes on without %s, says so in its flags, and has its length', async (_what, flag, bad) => {
    const after = await placeless(webp(extended(ALPHA | flag), image, bad), 'image/webp');
    expect(await bytesOf(after)).toEqual(await bytesOf(webp(extended(ALPHA), image)));
    expect(after.type).toBe('image/webp');
  });

  test('stays turned as the camera said', async () => {
    const after = await placeless(webp(extended(0x0c), image, part('EXIF', exif(8, true)), part('XMP ', xmp)), 'image/webp');
    expect(await bytesOf(after)).toEqual(await bytesOf(webp(extended(0x08), image, part('EXIF', exifOf(8)))));
  });

  test('loses XMP and keeps Exif that names no place', async () => {
    const harmless = part('EXIF', exif(6, false));
    const after = await placeless(webp(extended(0x0c), image, harmless, part('XMP ', xmp)), 'image/webp');
    expect(await bytesOf(after)).toEqual(await bytesOf(webp(extended(0x08), image, harmless)));
  });

  test.each([
    ['names no place', webp(extended(0x08), image, part('EXIF', exif(6, false)))], ['is a picture alone', webp(image)], ['ends early', webp([...latin('EXIF'), 255, 0, 0, 0, 1])], ['is nothing', new Blob([])],
  ])('that %s keeps every byte', async (_what, blob) => expect(await placeless(blob, 'image/webp')).toBe(blob));
});

test('an Exif block of the turn alone says that and no more', () => {
  const view = new DataView(Uint8Array.from(exifOf(5)).buffer);
  expect([turnOf(view, 0), hasPosition(view, 0)]).toEqual([5, false]);
});

test('a PDF is as it was', async () => {
  const pdf = new Blob(['%PDF-1.7']);
  expect(await placeless(pdf, 'application/pdf')).toBe(pdf);
});
