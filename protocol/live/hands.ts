import type { SessionEvent } from './event.ts';
import type { ParticipantId, RoomId } from './ids.ts';

/** A raised hand; the list is in the order in which they went up. */
interface Hand {
  readonly participant: ParticipantId;
  readonly room: RoomId;
  readonly at: number;
}

export type Hands = readonly Hand[];

export interface HandEvents {
  'hand.raised': { participant: ParticipantId };
  'hand.lowered': { participant: ParticipantId };
  'hand.cleared': Record<never, never>;
}

export function reduceHands(hands: Hands, event: SessionEvent): Hands {
  switch (event.type) {
    case 'hand.raised':
      return hands.some((hand) => hand.participant === event.data.participant)
        ? hands
        : [...hands, { participant: event.data.participant, room: event.room, at: event.at }];
    case 'hand.lowered':
    case 'participant.removed':
    case 'participant.left':
    case 'participant.uninvited':
    case 'participant.moved':
      return without(hands, (hand) => hand.participant === event.data.participant);
    case 'participants.moved': return without(hands, (hand) => event.data.participants.includes(hand.participant));
    case 'hand.cleared':
    case 'room.closed':
      return without(hands, (hand) => hand.room === (event.type === 'room.closed' ? event.data.room : event.room));
    case 'session.ended': return [];
    default: return hands;
  }
}

function without(hands: Hands, test: (hand: Hand) => boolean): Hands {
  return hands.some(test) ? hands.filter((hand) => !test(hand)) : hands;
}
