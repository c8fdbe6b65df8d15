import { z } from 'zod';
import { id, personName } from '../../fields.ts';
import { command } from '../../rows.ts';
import { consentStates } from '../consents.ts';

const state = z.enum(consentStates);
/** A withdrawal counts for what is uploaded after the end as well. */
const always = { from: 'seat', phases: ['scheduled', 'open', 'live', 'ended'] } as const;

export const consentCommands = {
  'consent.zone': command({
    ...always, payload: z.strictObject({ zone: id, state }), permission: 'consent.manage',
    doc: 'The operator\'s consent that a zone is captured. A withdrawal counts from now on, also for what is being uploaded. Refused: visit.absent, permission.denied (the operator itself has refused; it alone may give it again).',
  }),
  'consent.person': command({
    ...always,
    payload: z.strictObject({ consent: id.optional(), name: personName, participant: id.optional(), zone: id.optional(), state }),
    permission: 'consent.manage',
    doc: 'The consent of somebody on the premises, in a zone or (without) anywhere. New without an id; its id is the command\'s. Refused: visit.absent, visit.limit, participant.absent, permission.denied for who has said no themselves.',
  }),
  'consent.removePerson': command({
    ...always, payload: z.strictObject({ consent: id }), permission: 'consent.manage', doc: 'This person is not in the visit any more. Refused: visit.absent, permission.denied (who has said no themselves).',
  }),
  'consent.own': command({
    ...always, payload: z.strictObject({ state }), permission: 'consent.own', doc: 'The sender\'s own consent to be seen, in the zone that they are listed for or else anywhere on the premises.',
  }),
  'consent.pause': command({
    payload: z.strictObject({ paused: z.boolean() }), permission: 'consent.manage', doc: 'Nothing is captured by anybody until the pause is over. Refused: permission.denied (a pause that the operator began is the operator\'s to end).',
  }),
};
