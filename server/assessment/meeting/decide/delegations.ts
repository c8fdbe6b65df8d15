import type { delegationCommands } from '../../../../protocol/assessment/meeting/commands/delegations.ts';
import { may } from '../../../../protocol/kinds.ts';
import { holds } from '../../../../protocol/live/audience.ts';
import { delegationOf, isDelegate } from '../../../../protocol/live/delegations.ts';
import type { Draft } from '../../../../protocol/live/event.ts';
import { FLOOR } from '../../../../protocol/live/ids.ts';
import { FLOOR_CHANNEL } from '../../../../protocol/live/publications.ts';
import { caucusOf } from '../../../../protocol/live/rooms.ts';
import type { Participant } from '../../../../protocol/live/participants.ts';
import type { SessionState } from '../../../../protocol/live/state.ts';
import { limits } from '../../../../protocol/limits.ts';
import { accept } from '../../../../protocol/errors.ts';
import { decided, nothing, refused } from '../../../live/decide/decision.ts';
import type { Decisions } from '../../../live/decide/decision.ts';
import { about, decideMedia } from '../../../live/decide/media.ts';

/** What a head of delegation may do for their own delegation, and for no other. */
export const decideDelegations: Decisions<keyof typeof delegationCommands> = {
  'delegation.mute': (state, actor, { participant }, moment) => {
    const one = state.participants[participant];
    if (!one) return refused('participant.absent');
    if (!isSameDelegation(one, actor)) return refused('delegation.foreign');
    return decideMedia['media.mute'](state, actor, { participant, source: 'microphone' }, moment);
  },

  'caucus.open': (state, actor, { interpreters }, { id }) => {
    if (caucusOf(state.rooms, actor.administration)) return refused('caucus.isOpen');
    if (Object.keys(state.rooms).length >= limits.roomsPerSession) return refused('room.limit');
    const delegation = isDelegate(actor) ? delegationOf(state, actor.administration) : undefined;
    if (!delegation) return refused('meeting.absent', 'delegation');
    const along: Participant[] = [];
    for (const interpreter of new Set(interpreters)) {
      const one = state.participants[interpreter];
      if (!one || one.presence !== 'in') return refused('participant.absent', interpreter);
      // Nobody is taken out of another delegation's caucus.
      if (!holds(state, one, 'interpretation.speak') || isElsewhere(state, one, actor.administration)) return refused('caucus.notInterpreter', interpreter);
      along.push(one);
    }
    // Whoever chairs, writes the minutes or interprets for all stays, and may follow.
    const delegates = delegation.members.filter((one) => one.presence === 'in' && !may(state.session.kind, one.role, 'meeting.plan') && holds(state, one, 'floor.ask'));
    return decided(
      { type: 'room.created', data: { id, name: delegation.name, mode: 'aside', members: along.map((one) => one.id), administration: delegation.id } },
      ...[...delegates, ...along].map((one): Draft => ({ type: 'participant.moved', data: { participant: one.id, room: id } })),
    );
  },

  'caucus.invite': (state, actor, { participant, invited }) => {
    const room = caucusOf(state.rooms, actor.administration);
    const one = state.participants[participant];
    if (!room) return refused('caucus.absent');
    if (!one) return refused('participant.absent');
    if (isSameDelegation(one, actor)) {
      // They belong to it already: they are called to it.
      return invited && one.presence === 'in' && one.room === FLOOR ? decided({ type: 'participant.moved', data: { participant, room: room.id } }) : nothing;
    }
    if (room.members.includes(participant) === invited) return nothing;
    const members = invited ? [...room.members, participant] : room.members.filter((each) => each !== participant);
    const changed: Draft = { type: 'room.members', data: { room: room.id, members } };
    return !invited && one.room === room.id ? decided({ type: 'participant.moved', data: { participant, room: FLOOR } }, changed) : decided(changed);
  },

  'caucus.close': (state, actor) => {
    const room = caucusOf(state.rooms, actor.administration);
    if (!room) return refused('caucus.absent');
    // What somebody was just saying among their own is not heard by everybody: they open their microphone again themselves.
    const open = Object.values(state.publications).filter((one) => one.source === 'microphone' && one.channel === FLOOR_CHANNEL && !one.paused && one.room === undefined
      && one.participant !== actor.id && state.participants[one.participant]?.room === room.id);
    return accept([
      ...open.map((one) => about(one, { type: 'media.paused', data: { publication: one.id } })),
      { type: 'room.closed', data: { room: room.id } },
    ]);
  },
};

function isSameDelegation(one: Participant, actor: Participant): boolean {
  return one.administration === actor.administration;
}

function isElsewhere({ rooms }: SessionState, one: Participant, administration: string): boolean {
  const room = rooms[one.room];
  return room?.administration !== undefined && room.administration !== administration;
}
