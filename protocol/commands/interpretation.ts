import { z } from 'zod';
import { id, language } from '../fields.ts';
import { limits } from '../limits.ts';
import { FLOOR_CHANNEL } from '../live/publications.ts';
import { command } from '../rows.ts';

const tag = language.transform((given) => Intl.getCanonicalLocales(given)[0]!);
const channel = tag.refine((name) => name !== FLOOR_CHANNEL, 'the name of the floor');
const team = {
  languages: z.array(channel).min(1).max(2),
  interpreters: z.array(z.strictObject({ participant: id, between: z.array(tag).max(limits.languagesPerInterpreter) })).max(limits.interpretersPerBooth),
};
const prepared = { from: 'seat', phases: ['scheduled', 'open', 'live'] } as const;
const booth = z.strictObject({ booth: id });

export const interpretationCommands = {
  'interpretation.open': command({
    payload: z.strictObject(team), permission: 'interpretation.manage', ...prepared,
    doc: 'A booth that interprets into one language, or both ways between two, with its interpreters and the languages that each works between. A private room alongside comes with it; both bear the command\'s id. Refused: interpretation.limit, interpretation.language, interpretation.seated, interpretation.notInterpreter, participant.absent, room.limit.',
  }),
  'interpretation.change': command({
    payload: z.strictObject({ booth: id, ...team }), permission: 'interpretation.manage', ...prepared,
    doc: 'Other languages or interpreters of a booth; who no longer belongs to it loses the turn. Refused as interpretation.open, and interpretation.absent.',
  }),
  'interpretation.close': command({ payload: booth, permission: 'interpretation.manage', ...prepared, doc: 'Closes a booth with its private room. Refused: interpretation.absent.' }),
  'interpretation.pivot': command({
    payload: z.strictObject({ language: channel.nullable() }), permission: 'interpretation.manage', ...prepared,
    doc: 'The language through which the booths relay one another; null: none.',
  }),
  'interpretation.take': command({
    payload: z.strictObject({ booth: id, language: channel, from: id.nullable() }), permission: 'interpretation.speak',
    doc: 'Takes the turn in the room where the sender is, from whom they saw having it (null: nobody), or turns to the other language. The microphone of who had it is silenced. Refused: interpretation.turnTaken when somebody else was sooner, interpretation.notSeated, interpretation.language.',
  }),
  'interpretation.ask': command({
    payload: booth, permission: 'interpretation.speak',
    doc: 'Asks for the hand-over: who has the turn to be relieved, the partner to take it. Refused: interpretation.notSeated, interpretation.nobody.',
  }),
  'interpretation.release': command({ payload: booth, permission: 'interpretation.speak', doc: 'Gives the turn up: nobody interprets. Refused: interpretation.notYourTurn.' }),
  'interpretation.relay': command({
    payload: z.strictObject({ channel: tag }), permission: 'interpretation.speak',
    doc: 'What the sender listens to while they interpret: "floor", or the channel of another booth. Refused: interpretation.notSeated, interpretation.language.',
  }),
};
