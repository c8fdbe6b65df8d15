import type { talkCommands } from '../../../protocol/commands/talk.ts';
import { kinds } from '../../../protocol/kinds.ts';
import { holds, inRoom } from '../../../protocol/live/audience.ts';
import { isDelegate } from '../../../protocol/live/delegations.ts';
import type { Draft } from '../../../protocol/live/event.ts';
import { decided, nothing, refused } from './decision.ts';
import type { Decisions } from './decision.ts';

export const decideTalk: Decisions<keyof typeof talkCommands> = {
  'hand.raise': (state, actor) => state.hands.some((hand) => hand.participant === actor.id)
    ? nothing
    : decided({ type: 'hand.raised', data: { participant: actor.id }, room: actor.room, audience: { room: actor.room } }),

  'hand.lower': (state, actor, { participant = actor.id }) => {
    if (participant !== actor.id && !holds(state, actor, 'hand.manage')) return refused('permission.denied', 'hand.manage');
    const hand = state.hands.find((one) => one.participant === participant);
    return hand
      ? decided({ type: 'hand.lowered', data: { participant }, room: hand.room, audience: { room: hand.room } })
      : nothing;
  },

  'hand.clear': (state, actor) => state.hands.some((hand) => hand.room === actor.room)
    ? decided({ type: 'hand.cleared', data: {}, room: actor.room, audience: { room: actor.room } })
    : nothing,

  'floor.give': (state, _actor, { participant, given }) => {
    const one = state.participants[participant];
    if (!one || one.presence !== 'in') return refused('participant.absent');
    if ((one.hasFloor === true) === given) return nothing;
    const hand = state.hands.find((each) => each.participant === participant);
    const changed: Draft = { type: 'participant.floor', data: { participant, given } };
    return given && hand
      ? decided(changed, { type: 'hand.lowered', data: { participant }, room: hand.room, audience: { room: hand.room } })
      : decided(changed);
  },

  'chat.send': (state, actor, { text, to, room = actor.room, toDelegation }, { id }) => {
    if (toDelegation) {
      const { administration } = actor;
      if (!kinds[state.session.kind].delegations || !isDelegate(actor)) return refused('chat.notHere');
      return decided({ type: 'chat.sent', data: { id, text, delegation: administration }, audience: { administration } });
    }
    if (to === undefined) {
      if (!state.rooms[room] || !inRoom(state, actor, room)) return refused('room.notMember');
      return decided({ type: 'chat.sent', data: { id, text }, room, audience: { room } });
    }
    if (!holds(state, actor, 'chat.person')) return refused('permission.denied', 'chat.person');
    const reader = state.participants[to];
    if (!reader || reader.presence !== 'in' || to === actor.id) return refused('chat.notHere');
    return decided({ type: 'chat.sent', data: { id, text, to }, room: actor.room, audience: { participants: [actor.id, to] } });
  },
};
