import { z } from 'zod';
import { id } from '../fields.ts';
import { limits } from '../limits.ts';
import type { SessionEvent } from '../live/event.ts';
import { FLOOR_CHANNEL, sources } from '../live/publications.ts';
import type { SessionState } from '../live/state.ts';
import { request } from '../rows.ts';

/** mediasoup checks these in depth and answers media.unsupported; here they only have to be plain objects. */
const rtp = z.record(z.string().max(64), z.json());
const dtlsParameters = z.strictObject({
  role: z.enum(['auto', 'client', 'server']).optional(),
  fingerprints: z.array(z.strictObject({ algorithm: z.string().max(16), value: z.string().max(200) })).min(1).max(8),
});
const transport = z.object({ id, iceParameters: z.json(), iceCandidates: z.json(), dtlsParameters: z.json() });

/** What a client needs to send and receive: the router's codecs, two transports, TURN where configured. */
const mediaOffer = z.object({
  routerRtpCapabilities: z.json(),
  send: transport,
  receive: transport,
  iceServers: z.array(z.object({ urls: z.string(), username: z.string(), credential: z.string() })),
});
export type MediaOffer = z.infer<typeof mediaOffer>;

const consumerOffer = z.object({
  id, publication: id, kind: z.enum(['audio', 'video']), rtpParameters: z.json(), type: z.string(),
  /** Paused by who sends it. */
  producerPaused: z.boolean(),
});
export type ConsumerOffer = z.infer<typeof consumerOffer>;

const joinReply = z.object({
  you: id,
  /** What the client has to hold from now on; absent when it only missed the events beside it. */
  snapshot: z.custom<SessionState>().optional(),
  events: z.array(z.custom<SessionEvent>()),
  /** To be sent back as `scope` after a lost connection. */
  scope: z.string(),
  /** The server's clock, ms. */
  now: z.number(),
  media: mediaOffer.optional(),
  /** The media of the same tab before the connection was lost still stands; an ICE restart is enough. */
  mediaKept: z.boolean(),
});
export type JoinReply = z.infer<typeof joinReply>;

export const requests = {
  'session.join': request({
    payload: z.strictObject({
      protocol: z.literal(limits.protocolVersion),
      /** One for each page that was opened: the same after a lost connection, another after a reload. */
      instance: z.uuid(),
      /** Ask for transports in the same reply (answered once inside). */
      media: z.boolean(),
      since: z.int().min(0).optional(),
      scope: z.string().max(20_000).optional(),
      /** Only look: stay before the door (device check, readiness) and do not knock. */
      knock: z.boolean(),
    }),
    reply: joinReply,
    permission: 'session.attend', from: 'seat', phases: ['scheduled', 'open', 'live', 'ended'], rate: 'join',
    doc: 'The first frame on a socket. Takes the seat, or waits in the lobby, and answers the state for these eyes or what was missed. Refused: session.notOpen, session.locked, session.ended, participant.banned, participant.declined, protocol.version.',
  }),
  'media.open': request({
    payload: z.strictObject({ purpose: z.enum(['session', 'test']) }), reply: mediaOffer,
    permission: 'session.attend', from: 'seat', phases: ['scheduled', 'open', 'live'], rate: 'control',
    doc: 'New transports in place of those that the sender had. For "test" nothing of it is heard or seen by anyone else. Refused: media.unavailable.',
  }),
  'media.connect': request({
    payload: z.strictObject({ transport: id, dtlsParameters }), reply: z.null(),
    permission: 'session.attend', from: 'seat', phases: ['scheduled', 'open', 'live'], rate: 'media', doc: 'Connects a transport of the sender.',
  }),
  'media.restart': request({
    payload: z.strictObject({ transport: id }), reply: z.object({ iceParameters: z.json() }),
    permission: 'session.attend', from: 'seat', phases: ['scheduled', 'open', 'live'], rate: 'media', doc: 'Restarts ICE after the network changed.',
  }),
  'media.publish': request({
    payload: z.strictObject({
      transport: id, kind: z.enum(['audio', 'video']), rtpParameters: rtp, source: z.enum(sources),
      channel: z.string().max(35).default(FLOOR_CHANNEL), paused: z.boolean(), alongside: id.optional(),
    }),
    reply: z.object({ id }), permission: 'session.attend', from: 'seat', phases: ['scheduled', 'open', 'live'], rate: 'media',
    doc: 'Sends a stream; each source needs its own ability (media.microphone, media.camera, media.document, media.screen). The channel of a language takes the microphones of its booth, which are paused but for the one with the turn. Before joining it goes to the test alone. Refused: media.refused, media.unsupported, media.limit, room.notMember, interpretation.notSeated, interpretation.notYourTurn.',
  }),
  'media.receive': request({
    payload: z.strictObject({ publications: z.array(id).min(1).max(100), rtpCapabilities: rtp.optional() }),
    reply: z.object({ consumers: z.array(consumerOffer) }),
    permission: 'session.attend', from: 'seat', phases: ['scheduled', 'open', 'live'], rate: 'media',
    doc: 'Receives streams that the sender may receive; the others are left out of the reply. Consumers start paused: resume them with media.consumer. The capabilities come once, with the first call.',
  }),
  'media.consumer': request({
    payload: z.strictObject({
      consumer: id, paused: z.boolean().optional(), close: z.literal(true).optional(), keyFrame: z.literal(true).optional(),
      /** 0 is the smallest picture. */
      layers: z.strictObject({ spatial: z.int().min(0).max(3), temporal: z.int().min(0).max(3).optional() }).optional(),
      /** 1..255, the higher the sooner it gets bandwidth. */
      priority: z.int().min(1).max(255).optional(),
    }),
    reply: z.null(), permission: 'session.attend', from: 'seat', phases: ['scheduled', 'open', 'live'], rate: 'media',
    doc: 'Pauses, resumes, closes a stream that the sender receives, chooses its layer, or asks for a key frame.',
  }),
};
