import { z } from 'zod';
import { id } from '../../fields.ts';
import { command } from '../../rows.ts';
import { answers, directions, requestKinds } from '../cameras.ts';
import { mark, text } from '../fields.ts';

export const cameraCommands = {
  'camera.place': command({
    payload: z.strictObject({ zone: id.nullable() }), permission: 'camera.film',
    doc: 'The zone in which the sender\'s camera is; null: between zones. Refused: visit.absent.',
  }),
  'camera.turn': command({
    payload: z.strictObject({ participant: id.nullable() }), permission: 'camera.steer',
    doc: 'Who directs the cameras from now on; null: only who gives the turn. Refused: participant.absent, permission.denied for a role that cannot direct.',
  }),
  'camera.request': command({
    payload: z.strictObject({
      camera: id, kind: z.enum(requestKinds), zone: id.optional(), direction: z.enum(directions).optional(), criterion: id.optional(),
      text: text(200).optional(),
    }),
    permission: 'camera.direct', rate: 'chat',
    doc: 'Asks a camera to go, turn, come closer or back, hold, light, read a label or take a still. Its id is the command\'s. Refused: camera.notYourTurn, camera.absent, visit.absent.',
  }),
  'camera.answer': command({
    payload: z.strictObject({ request: id, answer: z.enum(answers) }), permission: 'camera.film',
    doc: 'The camera acknowledges, has done, or declines what was asked of it. Refused: camera.absent.',
  }),
  'camera.freeze': command({
    payload: z.strictObject({ camera: id }), permission: 'camera.steer',
    doc: 'The picture of a camera stands still for everyone. Its id is the command\'s. Refused: camera.absent.',
  }),
  'camera.unfreeze': command({ payload: z.strictObject({}), permission: 'camera.steer', doc: 'The picture goes on.' }),
  'camera.mark': command({
    payload: z.strictObject({ freeze: id, mark }), permission: 'evidence.mark', rate: 'draw',
    doc: 'Draws an arrow, a circle or a text over the frozen picture. Refused: camera.notFrozen, mark.limit.',
  }),
  'camera.clearMarks': command({
    payload: z.strictObject({ freeze: id }), permission: 'camera.steer', doc: 'Takes the marks off the frozen picture. Refused: camera.notFrozen.',
  }),
};
