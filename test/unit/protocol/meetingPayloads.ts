import fc from 'fast-check';
import type { assessmentCommands } from '../../../protocol/assessment/meeting/commands/table.ts';
import { outcomeKinds } from '../../../protocol/assessment/meeting/outcomes.ts';

/** Few ids of each sort, so that what one command makes is what another is about. */
const few = (prefix: string, count: number): fc.Arbitrary<string> => fc.constantFrom(...Array.from({ length: count }, (_, index) => `${prefix}${index + 1}`));
const item = few('t', 3);
const position = few('h', 3);
const outcome = few('o', 3);
const administration = fc.constantFrom('north', 'south', 'east');
const text = fc.constantFrom('Both sides accept the list.', 'Les deux parties acceptent la liste.', '双方接受清单。');
const minutes = fc.integer({ min: 1, max: 20 });
const number = fc.integer({ min: 1, max: 3 });
const due = fc.constant(Date.UTC(2031));
const nothing = fc.constant({});

/** What people of delegations may try; `who` are all who can be meant. */
export function meetingPayloads(who: fc.Arbitrary<string>): { readonly [N in keyof typeof assessmentCommands]: fc.Arbitrary<unknown> } {
  return {
    'agenda.item': fc.record(
      { item, title: text, minutes, owner: administration, decks: fc.uniqueArray(few('d', 2), { maxLength: 2 }) }, { requiredKeys: ['title', 'minutes', 'decks'] },
    ),
    'agenda.removeItem': fc.record({ item }),
    'agenda.order': fc.record({ items: fc.shuffledSubarray(['t1', 't2', 't3']) }),
    'agenda.begin': fc.record({ item: fc.option(item) }),
    'speaking.ask': fc.record({ speaker: who }, { requiredKeys: [] }),
    'speaking.withdraw': fc.record({ administration }, { requiredKeys: [] }),
    'speaking.order': fc.record({ administrations: fc.shuffledSubarray(['north', 'south', 'east']) }),
    'speaking.give': fc.record({ administration, speaker: who, minutes }, { requiredKeys: ['administration'] }),
    'speaking.time': fc.record({ minutes }), 'speaking.pass': fc.record({ speaker: who }), 'speaking.end': nothing,
    'delegation.mute': fc.record({ participant: who }),
    'caucus.open': fc.record({ interpreters: fc.oneof({ weight: 2, arbitrary: fc.constant([]) }, { weight: 1, arbitrary: fc.constant(['gus']) }, { weight: 1, arbitrary: fc.uniqueArray(who, { maxLength: 1 }) }) }),
    'caucus.invite': fc.record({ participant: who, invited: fc.boolean() }), 'caucus.close': nothing,
    // Play gives every position a text of its own.
    'position.write': fc.record({ position, text, item, tabled: fc.constantFrom(true, false, false) }, { requiredKeys: ['text', 'tabled'] }),
    'position.remove': fc.record({ position }),
    'outcome.propose': fc.record({ kind: fc.constantFrom(...outcomeKinds), item, text, owner: administration, due }, { requiredKeys: ['kind', 'text'] }),
    'outcome.change': fc.record({ outcome, base: number, text, owner: administration, due }, { requiredKeys: ['outcome', 'base', 'text'] }),
    'outcome.readBack': fc.record({ outcome, number }),
    'outcome.answer': fc.record({ outcome, number, agreed: fc.constantFrom(true, true, false), remark: text }),
    'outcome.withdraw': fc.record({ outcome }),
    'minutes.draft': nothing,
    'minutes.edit': fc.record({ base: number, texts: fc.record({ opening: text, closing: text, items: fc.dictionary(item, text, { maxKeys: 2 }) }, { requiredKeys: [] }) }),
    'minutes.confirm': fc.record({ number }),
  };
}
