import { z } from 'zod';
import { fraction, id } from '../fields.ts';
import { signal } from '../rows.ts';

export const observationSignals = {
  'camera.pointed': signal({
    payload: z.union([z.strictObject({ camera: id, x: fraction, y: fraction }), z.strictObject({ hidden: z.literal(true) })]),
    permission: 'camera.direct', rate: 'pointer',
    doc: 'Where to look in a camera\'s live picture, in fractions of it; from who has the turn, or gives it.',
  }),
  'camera.proposed': signal({
    payload: z.strictObject({ camera: id }), permission: 'camera.direct', to: 'stage.layout', rate: 'chat',
    doc: 'The sender asks that everybody sees this camera large; told to those who may set layouts.',
  }),
  'camera.told': signal({
    payload: z.strictObject({
      /** 0 to 1; absent: the device does not say. */
      battery: fraction.optional(), charging: z.boolean().optional(), line: z.int().min(0).max(3), upKbps: z.number().min(0).max(1e7).optional(),
      /** Captures that wait on the device to be sent. */
      waiting: z.int().min(0).max(100_000), torch: z.enum(['on', 'off', 'none']),
    }),
    permission: 'camera.film', to: 'camera.steer', rate: 'chat', doc: 'How a field camera\'s device and line are, every few seconds; told to the leads.',
  }),
};
