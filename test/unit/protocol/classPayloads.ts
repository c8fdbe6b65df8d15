import fc from 'fast-check';
import type { classCommands } from '../../../protocol/class/commands/table.ts';
import type { Deed } from './casts.ts';

/** Few ids of each sort, so that what one command makes is what another is about. */
const poll = fc.constantFrom('h1', 'h2', 'h3', 'h4', 'h5');
const group = fc.constantFrom('j1-1', 'j1-2', 'j2-1', 'j2-2', 'j3-1');
const deck = fc.constantFrom('d1', 'd2');
const text = fc.constantFrom('What is checked first?', 'Que contrôle-t-on ?', '先检查什么？');
const options = fc.constant(['The seal', 'The doors', 'The floor']);
const anonymous = fc.boolean();
const question = fc.oneof(
  fc.record({ kind: fc.constant('single'), text, anonymous, options, right: fc.constantFrom([], [0], [2]) }),
  fc.record({ kind: fc.constant('multiple'), text, anonymous, options, right: fc.constantFrom([], [0, 1]) }),
  fc.record({ kind: fc.constant('scale'), text, anonymous, steps: fc.constant(3), low: fc.constant(''), high: fc.constant('Very') }),
  fc.record({ kind: fc.constant('text'), text, anonymous }),
);
const nothing = fc.constant({});

/** What people of a class may try; `who` are all who can be meant. */
export function classPayloads(who: fc.Arbitrary<string>): { readonly [N in keyof typeof classCommands]: fc.Arbitrary<unknown> } {
  const groups = fc.tuple(fc.uniqueArray(who, { maxLength: 3 }), fc.uniqueArray(who, { maxLength: 3 }), fc.option(deck, { nil: undefined })).map(([left, right, one]) => [
    { name: 'Left', members: left, ...(one === undefined ? {} : { deck: one }) }, { name: 'Right', members: right.filter((each) => !left.includes(each)) },
  ]);
  const plan = fc.record({ groups, minutes: fc.constantFrom(5, 10) }, { requiredKeys: ['groups'] });
  return {
    'poll.prepare': fc.record({ poll, question }, { requiredKeys: ['question'] }),
    'poll.remove': fc.record({ poll }), 'poll.ask': fc.record({ poll }),
    'poll.answer': fc.record({ poll, choices: fc.constantFrom([0], [1], [2], [0, 1], []), text: fc.constantFrom('', '', 'The doors') }),
    'poll.close': fc.record({ poll }), 'poll.show': fc.record({ poll }), 'poll.place': fc.record({ poll: fc.option(poll) }),
    'groups.plan': plan, 'groups.open': plan,
    'groups.move': fc.record({ participant: who, group: fc.option(group) }),
    'groups.time': fc.record({ minutes: fc.option(fc.constant(5)) }),
    'groups.say': fc.record({ text }), 'groups.close': nothing,
    'group.call': fc.record({ asks: fc.boolean() }),
    'group.visit': fc.record({ group: fc.option(group) }), 'group.show': fc.record({ group }),
  };
}

/** The sort of id that what each of these commands makes bears here. */
export const madeInClasses: Readonly<Record<string, readonly [prefix: string, count: number]>> = { 'poll.prepare': ['h', 5], 'groups.open': ['j', 3] };

const single = { kind: 'single' as const, options: ['The seal', 'The doors'] };

/** A quiz under way, a poll without names, and groups that have come back once and are at work again, one of them calling. */
export const taught: readonly Deed[] = [
  ['ann', 'poll.prepare', { question: { ...single, text: 'What first?', anonymous: false, right: [1] } }, 'h1'],
  ['ann', 'poll.prepare', { question: { ...single, text: 'How was it?', anonymous: true, right: [] } }, 'h2'],
  ['ann', 'poll.ask', { poll: 'h2' }], ['chen', 'poll.answer', { poll: 'h2', choices: [0], text: '' }], ['dia', 'poll.answer', { poll: 'h2', choices: [1], text: '' }],
  ['ann', 'poll.ask', { poll: 'h1' }], ['chen', 'poll.answer', { poll: 'h1', choices: [0], text: '' }],
  ['bo', 'groups.open', { groups: [{ name: 'One', members: ['chen', 'dia'], deck: 'd1' }, { name: 'Two', members: ['eve'] }] }, 'j1'],
  ['chen', 'mark.add', { deck: 'd1', page: 1, shape: { tool: 'pen', ink: 'red', width: 0.01, points: [0.1, 0.1, 0.5] } }],
  ['ann', 'groups.close', {}],
  ['ann', 'groups.open', { groups: [{ name: 'One', members: ['chen', 'eve'] }, { name: 'Two', members: ['dia'], deck: 'd2' }], minutes: 10 }, 'j2'],
  ['dia', 'group.call', { asks: true }],
];
