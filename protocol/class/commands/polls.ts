import { z } from 'zod';
import { id, line, prose } from '../../fields.ts';
import { limits } from '../../limits.ts';
import { command } from '../../rows.ts';

const option = line(limits.pollOptionChars);
const place = z.int().min(0).max(limits.optionsPerPoll - 1);
const places = z.array(place).max(limits.optionsPerPoll);
const word = z.union([z.literal(''), line(limits.nameChars)]);
const asked = { text: line(limits.pollTextChars), anonymous: z.boolean() };
const chosen = { ...asked, options: z.array(option).min(2).max(limits.optionsPerPoll), right: places };
const poll = z.strictObject({ poll: id });
const ahead = { from: 'seat', phases: ['scheduled', 'open', 'live'] } as const;

export const pollCommands = {
  'poll.prepare': command({
    ...ahead,
    payload: z.strictObject({
      poll: id.optional(),
      question: z.discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('single'), ...chosen }),
        z.strictObject({ kind: z.literal('multiple'), ...chosen }),
        z.strictObject({ kind: z.literal('scale'), ...asked, steps: z.int().min(3).max(limits.optionsPerPoll), low: word, high: word }),
        z.strictObject({ kind: z.literal('text'), ...asked }),
      ]),
    }),
    permission: 'class.lead',
    doc: 'A poll to be asked later; new without an id, its id is then the command\'s. With right options it is a quiz: whoever answers does not receive them before the results are shown. Refused: poll.absent, poll.asked, poll.limit, poll.answer.',
  }),
  'poll.remove': command({ ...ahead, payload: poll, permission: 'class.lead', doc: 'Takes a poll out that was not asked. Refused: poll.absent, poll.asked.' }),
  'poll.ask': command({
    payload: poll, permission: 'class.lead',
    doc: 'Asks it of everybody, or goes on taking answers to one that was closed. Refused: poll.absent, poll.asked where the results were shown, or where it has no names.',
  }),
  'poll.answer': command({
    payload: z.strictObject({ poll: id, choices: places, text: prose(limits.pollTextChars) }), permission: 'class.answer',
    doc: 'The sender\'s answer; the last one before it is closed counts. Refused: poll.absent, poll.notOpen, poll.answer where it does not fit the question.',
  }),
  'poll.close': command({ payload: poll, permission: 'class.lead', doc: 'Takes no more answers. Refused: poll.absent, poll.notOpen.' }),
  'poll.show': command({
    payload: poll, permission: 'class.lead',
    doc: 'Shows the results to everybody, and of a quiz the right answer; closes it first where it is open. Refused: poll.absent, poll.few where fewer than three answered a poll without names.',
  }),
  'poll.place': command({ payload: z.strictObject({ poll: id.nullable() }), permission: 'class.lead', doc: 'Puts an asked poll over everybody\'s page, or takes it off (null). Refused: poll.absent.' }),
};
