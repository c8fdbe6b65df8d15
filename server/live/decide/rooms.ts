import type { roomCommands } from '../../../protocol/commands/rooms.ts';
import { limits } from '../../../protocol/limits.ts';
import { accept } from '../../../protocol/errors.ts';
import type { Draft } from '../../../protocol/live/event.ts';
import { FLOOR } from '../../../protocol/live/ids.ts';
import type { ParticipantId, RoomId } from '../../../protocol/live/ids.ts';
import { belongs } from '../../../protocol/live/rooms.ts';
import type { SessionState } from '../../../protocol/live/state.ts';
import { keptOf } from './closing.ts';
import { decided, nothing, refused } from './decision.ts';
import type { Decisions } from './decision.ts';

export const decideRooms: Decisions<keyof typeof roomCommands> = {
  'room.create': (state, _actor, { name, mode, members }, { id }) => {
    if (Object.keys(state.rooms).length >= limits.roomsPerSession) return refused('room.limit');
    const unknown = members.find((member) => !state.participants[member]);
    if (unknown !== undefined) return refused('participant.absent', unknown);
    return decided({ type: 'room.created', data: { id, name, mode, members: unique(members) } });
  },

  'room.rename': (state, _actor, { room, name }) => {
    if (room === FLOOR) return refused('room.isFloor');
    if (!state.rooms[room]) return refused('room.absent');
    if (isStanding(state, room)) return refused('room.standing');
    return state.rooms[room].name === name ? nothing : decided({ type: 'room.renamed', data: { room, name } });
  },

  'room.members': (state, _actor, { room, members }) => {
    if (room === FLOOR) return refused('room.isFloor');
    if (!state.rooms[room]) return refused('room.absent');
    if (isStanding(state, room)) return refused('room.standing');
    const unknown = members.find((member) => !state.participants[member]);
    if (unknown !== undefined) return refused('participant.absent', unknown);
    const back = Object.values(state.participants).filter((one) => one.room === room && !members.includes(one.id));
    return accept([
      ...back.map((one) => moved(one.id, FLOOR)),
      { type: 'room.members', data: { room, members: unique(members) } },
    ]);
  },

  'room.move': (state, _actor, { room, participants }) => {
    const target = state.rooms[room];
    if (!target) return refused('room.absent');
    if (target.mode === 'alongside') return refused('room.notMember');
    if (isStanding(state, room)) return refused('room.standing');
    // Nobody is fetched out of a caucus: what they were saying is not for the others.
    if (participants.some((id) => state.rooms[state.participants[id]?.room ?? FLOOR]?.administration !== undefined)) return refused('room.standing');
    // Who is not here yet becomes a member and finds the room when they come.
    const movers = participants.filter((id) => state.participants[id]?.presence === 'in' && state.participants[id].room !== room);
    const strangers = participants.filter((id) => state.participants[id] && !target.members.includes(id));
    const drafts = leavingGroups(state, participants, room);
    if (room !== FLOOR && strangers.length > 0) {
      drafts.push({ type: 'room.members', data: { room, members: unique([...target.members, ...strangers]) } });
    }
    return accept([...drafts, ...unique(movers).map((id) => moved(id, room))]);
  },

  'room.enter': (state, actor, { room }) => {
    const target = state.rooms[room];
    if (!target) return refused('room.absent');
    if (actor.room === room) return nothing;
    if (target.mode === 'alongside' || (room !== FLOOR && !belongs(target, actor))) return refused('room.notMember');
    return decided(moved(actor.id, room));
  },

  'room.close': (state, _actor, { room }) => {
    if (room === FLOOR) return refused('room.isFloor');
    if (isStanding(state, room)) return refused('room.standing');
    return closeRoom(state, room);
  },
};

/** Nobody is of two groups; and who was brought out of one is not brought back to it when they come again. */
function leavingGroups({ rooms }: SessionState, participants: readonly ParticipantId[], to: RoomId): Draft[] {
  return Object.values(rooms)
    .filter((group) => group.group === true && group.id !== to && group.members.some((member) => participants.includes(member)))
    .map((group) => ({ type: 'room.members', data: { room: group.id, members: group.members.filter((member) => !participants.includes(member)) } }));
}

function closeRoom(state: SessionState, room: RoomId) {
  return state.rooms[room] ? decided(...keptOf(state, [room]), { type: 'room.closed', data: { room } }) : nothing;
}

/** A room of the session's kind, of a booth or of a delegation: who belongs to it follows from roles, from the booth or from its head, and nobody manages it. */
function isStanding(state: SessionState, room: RoomId): boolean {
  const one = state.rooms[room];
  return one?.roles !== undefined || one?.booth === true || one?.administration !== undefined;
}

function moved(participant: ParticipantId, room: RoomId): Draft {
  return { type: 'participant.moved', data: { participant, room } };
}

function unique(ids: readonly ParticipantId[]): readonly ParticipantId[] {
  return [...new Set(ids)];
}
