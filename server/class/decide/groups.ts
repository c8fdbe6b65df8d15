import type { groupCommands } from '../../../protocol/class/commands/groups.ts';
import type { GroupDraft, GroupPlan } from '../../../protocol/class/groups.ts';
import { audiences, leadersAnd } from '../../../protocol/class/project.ts';
import { accept } from '../../../protocol/errors.ts';
import { limits } from '../../../protocol/limits.ts';
import type { Draft } from '../../../protocol/live/event.ts';
import { FLOOR } from '../../../protocol/live/ids.ts';
import type { ParticipantId, RoomId } from '../../../protocol/live/ids.ts';
import type { Participant } from '../../../protocol/live/participants.ts';
import type { SessionState } from '../../../protocol/live/state.ts';
import { decided, nothing, refused } from '../../live/decide/decision.ts';
import type { Decision, Decisions } from '../../live/decide/decision.ts';
import { closeAll } from './closing.ts';
import { showWork } from './work.ts';

const MINUTE_MS = 60_000;

export const decideGroups: Decisions<keyof typeof groupCommands> = {
  'groups.plan': (state, _actor, { groups, minutes }) => refusalOf(state, groups)
    ?? decided({ type: 'groups.planned', data: planOf(groups, minutes), audience: audiences.leaders }),

  'groups.open': (state, _actor, { groups, minutes }, { id, now }) => {
    if (state.class.groups.open) return refused('groups.open');
    const wrong = refusalOf(state, groups);
    if (wrong) return wrong;
    if (Object.keys(state.rooms).length + groups.length > limits.roomsPerSession) return refused('room.limit');
    const rooms = groups.map((group, index) => ({ ...group, room: `${id}-${index + 1}` }));
    return accept([
      ...rooms.map(({ room, name, members }): Draft => ({ type: 'room.created', data: { id: room, name, mode: 'aside', members, group: true } })),
      { type: 'groups.opened', data: { id, groups: rooms.map(({ room }) => room), ...(minutes === undefined ? {} : { endsAt: now + minutes * MINUTE_MS }) } },
      ...rooms.flatMap(({ room, members, deck }) => [
        ...movedTogether(members.filter((member) => isInside(state, member)), room),
        ...(deck === undefined ? [] : presenting(state, room, members, deck)),
      ]),
    ]);
  },

  'groups.move': (state, _actor, { participant, group }) => {
    const { open } = state.class.groups;
    if (!open) return refused('groups.notOpen');
    const one = state.participants[participant];
    if (!one) return refused('participant.absent', participant);
    if (group !== null && !open.groups.includes(group)) return refused('room.absent');
    const rooms = open.groups.flatMap((room) => state.rooms[room] ?? []);
    const left = rooms.filter((room) => room.id !== group && room.members.includes(participant));
    const entered = rooms.filter((room) => room.id === group && !room.members.includes(participant));
    const to = group ?? FLOOR;
    return accept([
      ...left.map((room): Draft => ({ type: 'room.members', data: { room: room.id, members: room.members.filter((member) => member !== participant) } })),
      ...entered.map((room): Draft => ({ type: 'room.members', data: { room: room.id, members: [...room.members, participant] } })),
      ...(one.presence === 'in' && one.room !== to ? [moved(participant, to)] : []),
    ]);
  },

  'groups.time': ({ class: { groups: { open } } }, _actor, { minutes }, { now }) => {
    if (!open) return refused('groups.notOpen');
    if (minutes === null && open.endsAt === undefined) return nothing;
    return decided({ type: 'groups.timed', data: { endsAt: minutes === null ? null : now + minutes * MINUTE_MS } });
  },

  'groups.say': ({ class: { groups: { open } } }, _actor, { text }, { id }) => open
    ? decided({ type: 'groups.said', data: { id, text } })
    : refused('groups.notOpen'),

  'groups.close': (state) => state.class.groups.open ? accept(closeAll(state)) : refused('groups.notOpen'),

  'group.call': (state, actor, { asks }) => {
    const { open } = state.class.groups;
    if (!open?.groups.includes(actor.room)) return refused('groups.notOpen');
    return asks === Object.hasOwn(open.calls, actor.room) ? nothing : decided(called(state, actor.room, asks));
  },

  'group.visit': (state, actor, { group }) => {
    const { open } = state.class.groups;
    if (!open) return refused('groups.notOpen');
    if (group !== null && !open.groups.includes(group)) return refused('room.absent');
    const to = group ?? FLOOR;
    return accept([
      ...(actor.room === to ? [] : [moved(actor.id, to)]),
      ...(group !== null && Object.hasOwn(open.calls, group) ? [called(state, group, false)] : []),
    ]);
  },

  'group.show': (state, actor, { group }) => showWork(state, actor, group),
};

function planOf(groups: readonly GroupDraft[], minutes: number | undefined): GroupPlan {
  return { groups, ...(minutes === undefined ? {} : { minutes }) };
}

function refusalOf({ participants, decks }: SessionState, groups: readonly GroupDraft[]): Decision | undefined {
  const seen = new Set<ParticipantId>();
  for (const { members, deck } of groups) {
    if (deck !== undefined && !Object.hasOwn(decks, deck)) return refused('deck.absent', deck);
    for (const member of members) {
      if (!participants[member]) return refused('participant.absent', member);
      if (seen.has(member)) return refused('groups.double', member);
      seen.add(member);
    }
  }
  return undefined;
}

/** The deck of a group begins in the hands of its first member who is there; any other takes it over. */
function presenting(state: SessionState, room: RoomId, members: readonly ParticipantId[], deck: string): Draft[] {
  const presenter = members.find((member) => isInside(state, member)) ?? members[0];
  return presenter === undefined ? [] : [{ type: 'stage.presenting', data: { presenter, deck, page: 1 }, room, audience: { room } }];
}

function called(state: SessionState, group: RoomId, asks: boolean): Draft {
  return { type: 'group.called', data: { group, asks }, room: group, audience: leadersAnd(...state.rooms[group]?.members ?? []) };
}

function isInside({ participants }: SessionState, id: ParticipantId): boolean {
  return participants[id]?.presence === 'in';
}

function movedTogether(participants: readonly ParticipantId[], room: RoomId): Draft[] {
  return participants.length === 0 ? [] : [{ type: 'participants.moved', data: { participants, room } }];
}

function moved(participant: Participant['id'], room: RoomId): Draft {
  return { type: 'participant.moved', data: { participant, room } };
}
