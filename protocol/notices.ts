import { z } from 'zod';
import { id } from './fields.ts';
import type { SessionEvent } from './live/event.ts';
import type { SessionState } from './live/state.ts';
import { notice } from './rows.ts';

/** What the server sends by itself. Clients ignore a notice that they do not know. */
export const notices = {
  'state.events': notice({
    payload: z.object({ events: z.array(z.custom<SessionEvent>()) }), doc: 'Events that this client may see, in order.',
  }),
  'state.sight': notice({
    payload: z.object({ events: z.array(z.custom<SessionEvent>()), slices: z.custom<Partial<SessionState>>(), scope: z.string() }),
    doc: 'Events as above that put the client into another room: after them these slices of the state replace those that it held.',
  }),
  'state.snapshot': notice({
    payload: z.object({ state: z.custom<SessionState>(), scope: z.string() }), doc: 'The whole state for these eyes; replaces what the client held.',
  }),
  'session.gone': notice({
    payload: z.object({ code: z.string() }),
    doc: 'The seat is gone: participant.removed, participant.banned, participant.declined, session.ended, session.replaced (opened elsewhere), identity.required (signed out), server.stopping (comes back).',
  }),
  'media.consumerClosed': notice({ payload: z.object({ consumer: id }), doc: 'A stream that was received ended.' }),
  'media.consumerLayers': notice({
    payload: z.object({ consumer: id, spatial: z.int().nullable() }), doc: 'The layer that is sent now; null: none, for want of bandwidth.',
  }),
  'media.consumerScore': notice({
    payload: z.object({ consumer: id, score: z.number(), producerScore: z.number() }), doc: 'Quality of a received stream and of its source, 0..10.',
  }),
  'media.sizes': notice({
    payload: z.object({ publication: id, most: z.int() }),
    doc: 'The largest size of a picture of the receiver\'s own that anybody receives, 0 the smallest: larger ones need not be made.',
  }),
  'media.speakers': notice({
    payload: z.object({ room: id, speakers: z.array(z.object({ participant: id, volume: z.number() })) }),
    doc: 'Who speaks in a room that the client hears, loudest first; volume in dBov (-127..0). Empty: silence.',
  }),
  'media.lost': notice({ payload: z.object({}), doc: 'The media worker is gone: open media again and send anew.' }),
};
