import { expect, test } from 'vitest';
import { typeByBytes } from '../../../client/observation/capture/fileType.ts';
import { orientationOf, withoutPlace } from '../../../client/observation/capture/jpegHeader.ts';
import { PartSize } from '../../../client/observation/capture/pace.ts';
import { withoutAbsent } from '../../../client/observation/capture/refusals.ts';

const MiB = 1024 * 1024;

test.each([
  ['image/jpeg', [0xff, 0xd8, 0xff, 0xe0]],
  ['image/png', [0x89, 0x50, 0x4e, 0x47, 0x0d]],
  ['image/webp', [...'RIFF....WEBP'].map((one) => one.charCodeAt(0))],
  ['application/pdf', [...'\n%PDF-1.7'].map((one) => one.charCodeAt(0))],
  [undefined, [...'<svg onload=alert(1)>'].map((one) => one.charCodeAt(0))],
  [undefined, []],
])('a file is what its bytes say: %s', (type, bytes) => {
  expect(typeByBytes(Uint8Array.from(bytes))).toBe(type);
});

test.each([1, 3, 6, 8])('the orientation %i that a camera wrote, in both byte orders', async (value) => {
  expect(await orientationOf(jpegWith(value, true))).toBe(value);
  expect(await orientationOf(jpegWith(value, false))).toBe(value);
});

test('a JPEG that says nothing, or ends early, stands upright', async () => {
  expect(await orientationOf(new Blob([Uint8Array.of(0xff, 0xd8, 0xff, 0xda, 0, 2)]))).toBe(1);
  expect(await orientationOf(new Blob([Uint8Array.of(0xff, 0xd8, 0xff, 0xe1)]))).toBe(1);
  expect(await orientationOf(new Blob([]))).toBe(1);
});

test('parts grow on a good line, shrink on a thin one, and begin small after a break', () => {
  const size = new PartSize(MiB / 4, 4 * MiB);
  for (let step = 0; step < 10; step++) size.took(100);
  expect(size.bytes).toBe(4 * MiB);
  size.took(9_000);
  expect(size.bytes).toBe(2 * MiB);
  size.took(2_000);
  expect(size.bytes).toBe(2 * MiB);
  size.broke();
  expect(size.bytes).toBe(MiB / 4);
  size.took(9_000);
  expect(size.bytes).toBe(MiB / 4);
});

test('a still keeps its zone: without it nobody could say under which consent it was taken', () => {
  const still = { kind: 'still' as const, title: '', capturedAt: 1, zone: 'dock', pictured: { content: { hash: 'x', bytes: 1, mime: 'image/jpeg' as const } } };
  expect(withoutAbsent(still, { code: 'visit.absent', detail: 'zone' })).toBeUndefined();
  expect(withoutAbsent({ ...still, kind: 'file' }, { code: 'visit.absent', detail: 'zone' })).not.toHaveProperty('zone');
  expect(withoutAbsent(still, { code: 'visit.limit' })).toBeUndefined();
});

test('where a photo was taken goes from it, how it is turned stays, and the picture is untouched', async () => {
  const turned = new Uint8Array(await jpegWith(6, true, 0x8825).arrayBuffer());
  const picture = Uint8Array.of(0xff, 0xda, 0, 2, 1, 2, 3, 0xff, 0xd9);
  const xmp = new TextEncoder().encode('http://ns.adobe.com/xap/1.0/ exif:GPSLatitude 59.9');
  const segment = Uint8Array.of(0xff, 0xe1, 0, xmp.length + 2, ...xmp);
  for (const [name, bytes] of [['GPS', [...turned]], ['XMP', [...new Uint8Array(await jpegWith(6, false).arrayBuffer()), ...segment]]] as const) {
    const after = await withoutPlace(new Blob([Uint8Array.from(bytes), picture], { type: 'image/jpeg' }));
    const text = new TextDecoder('latin1').decode(await after.arrayBuffer());
    expect(text, name).not.toContain('GPS');
    expect(text, name).not.toContain('\x88\x25');
    expect(text, name).not.toContain('\x25\x88');
    expect(await orientationOf(after), name).toBe(6);
    expect(new Uint8Array(await after.arrayBuffer()).slice(-picture.length), name).toEqual(picture);
  }
});

test('a photo that names no place keeps every byte', async () => {
  const photo = new Blob([await jpegWith(1, true).arrayBuffer(), Uint8Array.of(0xff, 0xda, 0, 2)]);
  expect(await withoutPlace(photo)).toBe(photo);
});

function jpegWith(orientation: number, little: boolean, more?: number): Blob {
  const view = new DataView(new ArrayBuffer(more === undefined ? 38 : 50));
  view.setUint32(0, 0xffd8ffe1);
  view.setUint16(4, view.byteLength - 4);
  view.setUint32(6, 0x45786966);
  view.setUint16(12, little ? 0x4949 : 0x4d4d);
  view.setUint16(14, 42, little);
  view.setUint32(16, 8, little);
  view.setUint16(20, more === undefined ? 1 : 2, little);
  if (more !== undefined) view.setUint16(34, more, little);
  view.setUint16(22, 0x0112, little);
  view.setUint16(24, 3, little);
  view.setUint32(26, 1, little);
  view.setUint16(30, orientation, little);
  return new Blob([view]);
}
