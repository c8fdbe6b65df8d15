import { z } from 'zod';
import { fraction, hash, id, prose, text } from '../fields.ts';
import { limits } from '../limits.ts';
import { inks } from '../live/marks.ts';

export { prose, text };
export const remark = prose(limits.remarkChars);

const point = z.strictObject({ x: fraction, y: fraction });
const number = z.int().min(1).max(limits.annotations);
const ink = z.enum(inks);
const annotation = z.discriminatedUnion('shape', [
  z.strictObject({ id, shape: z.literal('arrow'), ink, number, from: point, to: point }),
  z.strictObject({ id, shape: z.literal('circle'), ink, number, centre: point, radiusX: fraction, radiusY: fraction }),
  z.strictObject({ id, shape: z.literal('text'), ink, at: point, text: text(limits.annotationChars) }),
]);
export const mark = annotation;
export const marks = z.array(annotation).max(limits.annotations);

/** At least a thousandth of the picture: a mask that hides nothing is a mistake. */
export const regions = z.array(z.strictObject({
  x: fraction, y: fraction, width: z.number().min(0.001).max(1), height: z.number().min(0.001).max(1), hides: z.enum(['person', 'plate', 'secret']),
})).min(1).max(limits.maskRegions);

const pictureTypes = ['image/jpeg', 'image/png', 'image/webp'] as const;
const contentTypes = [...pictureTypes, 'application/pdf'] as const;
const pixels = z.int().min(1).max(20_000);

const content = z.strictObject({
  hash, bytes: z.int().min(1).max(limits.evidenceBytes), mime: z.enum(contentTypes), width: pixels.optional(), height: pixels.optional(),
});
const thumbnail = z.strictObject({
  hash, bytes: z.int().min(1).max(limits.thumbnailBytes), mime: z.enum(pictureTypes), width: pixels.optional(), height: pixels.optional(),
});
export const pictured = z.strictObject({ content, thumbnail: thumbnail.optional() });
export const picturedPage = z.strictObject({ content: content.extend({ mime: z.enum(pictureTypes) }), thumbnail: thumbnail.optional() });

export const place = z.strictObject({
  latitude: z.number().min(-90).max(90), longitude: z.number().min(-180).max(180), accuracy: z.number().min(0).max(100_000),
});
