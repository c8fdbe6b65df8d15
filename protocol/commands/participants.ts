import { z } from 'zod';
import { id, language, role } from '../fields.ts';
import { limits } from '../limits.ts';
import { command } from '../rows.ts';

const one = z.strictObject({ participant: id });

export const participantCommands = {
  'participant.admit': command({
    payload: z.strictObject({ participants: z.array(id).min(1).max(limits.participantsPerSession) }), permission: 'lobby.manage',
    doc: 'Lets people in from the lobby. Those who no longer wait are passed over.',
  }),
  'participant.decline': command({ payload: one, permission: 'lobby.manage', doc: 'Sends somebody who waits away.' }),
  'participant.remove': command({
    payload: z.strictObject({ participant: id, ban: z.boolean() }), permission: 'participant.remove',
    doc: 'Takes somebody out at once; banned: for good, else they may ask again in the lobby. Refused: participant.last for the last host.',
  }),
  'participant.unban': command({ payload: one, permission: 'participant.remove', doc: 'A banned, removed or declined person may come again.' }),
  'participant.uninvite': command({
    payload: one, permission: 'participant.assign', from: 'seat', phases: ['scheduled', 'open', 'live'],
    doc: 'Takes somebody off the list who is not inside.',
  }),
  'participant.assign': command({
    payload: z.strictObject({ participant: id, role }), permission: 'participant.assign', from: 'seat', phases: ['scheduled', 'open', 'live'],
    doc: 'Gives a participant another role. Refused: role.unknown, participant.last when the last host would go, role.side when it would open the partners\' own room to the host\'s people.',
  }),
  'participant.handOver': command({
    payload: one, permission: 'participant.assign',
    doc: 'Hands the host role to somebody inside; the sender takes the role that they had. Refused: participant.absent, role.side.',
  }),
  'participant.leave': command({
    payload: z.strictObject({}), permission: 'session.attend', from: 'lobby', phases: ['scheduled', 'open', 'live'],
    doc: 'Leaves the session, or the lobby.',
  }),
  'participant.language': command({
    payload: z.strictObject({ language }), permission: 'session.attend', doc: 'The language in which the sender sees decks.',
  }),
};
