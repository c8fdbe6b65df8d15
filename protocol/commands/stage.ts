import { z } from 'zod';
import { fraction, id } from '../fields.ts';
import { limits } from '../limits.ts';
import { layouts } from '../live/stage.ts';
import { inks } from '../live/marks.ts';
import { command } from '../rows.ts';

const page = z.int().min(1).max(limits.deckPages);
const ink = z.enum(inks);
/** Six decimals are a hundredth of a pixel on the largest screen; more would only be weight. */
const coordinate = z.number().min(-0.5).max(1.5);

const shape = z.discriminatedUnion('tool', [
  z.strictObject({
    tool: z.enum(['pen', 'marker']), ink, width: z.number().min(0.0005).max(0.1),
    points: z.array(coordinate).min(3).max(limits.markPoints * 3).refine((points) => points.length % 3 === 0, 'points come in threes'),
  }),
  z.strictObject({
    tool: z.literal('text'), ink, size: z.number().min(0.005).max(0.2), x: fraction, y: fraction,
    text: z.string().min(1).max(limits.markTextChars).refine((text) => text.trim() !== '', 'empty'),
  }),
]);

export const stageCommands = {
  'stage.layout': command({
    payload: z.strictObject({ layout: z.enum(layouts), pinned: z.array(id).max(9) }), permission: 'stage.layout',
    doc: 'Pushes one layout and pinned tiles to everyone in the sender\'s room.',
  }),
  'stage.present': command({
    payload: z.strictObject({ deck: id, page: page.optional() }), permission: 'stage.present',
    doc: 'Puts a deck on the stage of the sender\'s room and makes the sender its presenter. Refused: deck.absent, deck.page.',
  }),
  'stage.page': command({
    payload: z.strictObject({ page }), permission: 'session.attend', rate: 'draw',
    doc: 'The presenter turns to a page; everyone in the room follows. Refused: stage.notPresenter, deck.page.',
  }),
  'stage.view': command({
    payload: z.strictObject({ x: fraction, y: fraction, scale: z.number().min(1).max(8) }), permission: 'session.attend', rate: 'draw',
    doc: 'The presenter zooms: centre in fractions of the page, scale 1 is the whole page. Refused: stage.notPresenter.',
  }),
  'stage.hand': command({
    payload: z.strictObject({ to: id }), permission: 'session.attend',
    doc: 'The presenter, or who may set layouts, hands presenting to somebody in the same room.',
  }),
  'stage.take': command({
    payload: z.strictObject({}), permission: 'stage.layout', doc: 'Takes over presenting what is on the stage. Refused: stage.nothing.',
  }),
  'stage.stop': command({
    payload: z.strictObject({}), permission: 'session.attend', doc: 'The presenter, or who may set layouts, takes the deck off the stage.',
  }),
  'deck.detach': command({
    payload: z.strictObject({ deck: id }), permission: 'deck.manage', from: 'seat', phases: ['scheduled', 'open', 'live'],
    doc: 'Takes a deck out of the session, with its marks.',
  }),
  'deck.removeVersion': command({
    payload: z.strictObject({ deck: id, language: z.string().max(35) }), permission: 'deck.manage', from: 'seat', phases: ['scheduled', 'open', 'live'],
    doc: 'Takes a language version out of a deck; the last one goes with the deck.',
  }),
  'mark.add': command({
    payload: z.strictObject({ deck: id, page, shape }), permission: 'session.attend', rate: 'draw',
    doc: 'Draws on a page in the sender\'s room; needs mark.draw or to be the presenter. Its id is the command\'s. Refused: mark.limit, deck.page.',
  }),
  'mark.undo': command({
    payload: z.strictObject({ deck: id, page }), permission: 'session.attend', rate: 'draw',
    doc: 'Takes back the sender\'s last mark on this page.',
  }),
  'mark.clear': command({
    payload: z.strictObject({ deck: id, page }), permission: 'session.attend',
    doc: 'The presenter, or who may set layouts, clears the page of marks in this room.',
  }),
};
