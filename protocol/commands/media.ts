import { z } from 'zod';
import { id } from '../fields.ts';
import { limits } from '../limits.ts';
import { command } from '../rows.ts';
import { sources } from '../live/publications.ts';

const readinessReport = z.strictObject({
  transport: z.enum(['udp', 'tcp', 'none']),
  roundTripMs: z.number().min(0).max(60_000).optional(),
  upKbps: z.number().min(0).max(1e7).optional(),
  downKbps: z.number().min(0).max(1e7).optional(),
  camera: z.enum(['ok', 'none', 'blocked']),
  microphone: z.enum(['ok', 'silent', 'none', 'blocked']),
  speaker: z.enum(['ok', 'failed', 'untested']),
});

export const mediaCommands = {
  'media.pause': command({ payload: z.strictObject({ publication: id }), permission: 'session.attend', doc: 'Pauses a stream of the sender.' }),
  'media.resume': command({ payload: z.strictObject({ publication: id }), permission: 'session.attend', doc: 'Goes on with a stream of the sender.' }),
  'media.close': command({ payload: z.strictObject({ publication: id }), permission: 'session.attend', doc: 'Ends a stream of the sender.' }),
  'media.mute': command({
    payload: z.strictObject({ participant: id, source: z.enum(sources) }), permission: 'participant.mute',
    doc: 'Silences somebody\'s microphone (they may open it again), pauses their camera, or ends their share.',
  }),
  'media.muteAll': command({
    payload: z.strictObject({ except: z.array(id).max(limits.participantsPerSession) }), permission: 'participant.mute',
    doc: 'Silences every microphone in the sender\'s room but the sender\'s and the named ones.',
  }),
  'readiness.report': command({
    payload: readinessReport, permission: 'session.attend', from: 'seat', phases: ['scheduled', 'open', 'live'],
    doc: 'What the test before joining found; seen by who may see the readiness board. kbit/s and ms.',
  }),
};
