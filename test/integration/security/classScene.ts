import type { Draft } from '../../../protocol/live/event.ts';
import { ids } from './ids.ts';

const { lesson: at } = ids;
const leaders = { permission: 'class.lead' } as const;
const question = { kind: 'single', text: 'Which seal?', options: ['Bolt', 'Tape'], anonymous: false } as const;

/** What is prepared before a class opens. */
export function lessonPlanned(): Draft[] {
  return [at.poll, at.askedPoll].map((id): Draft => ({ type: 'poll.prepared', data: { ...question, id, right: [0] }, audience: leaders }));
}

/** A question that is open, and groups at work in a room that is not the actor's; what the group drew was kept. */
export function taught(): Draft[] {
  return [
    { type: 'poll.asked', data: { ...question, id: at.askedPoll, quiz: true } },
    { type: 'groups.opened', data: { id: 'grouping-1', groups: [ids.there] } },
    { type: 'group.kept', data: { id: ids.there, name: 'There', members: [], deck: ids.deck, page: 1, marks: {} }, audience: leaders },
  ];
}
