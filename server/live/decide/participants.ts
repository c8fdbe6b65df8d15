import type { participantCommands } from '../../../protocol/commands/participants.ts';
import { hostRoleOf } from '../../../protocol/kinds.ts';
import type { Role } from '../../../protocol/kinds.ts';
import type { Draft } from '../../../protocol/live/event.ts';
import { changesSides, isLastHost, isOthersToManage, opensPartnersRoom, refusalToAssign, refusalToUninvite } from '../../../protocol/live/managing.ts';
import type { Participant } from '../../../protocol/live/participants.ts';
import type { SessionState } from '../../../protocol/live/state.ts';
import { accept } from '../../../protocol/errors.ts';
import { leaveBooth } from './interpretation.ts';
import { decided, nothing, refused } from './decision.ts';
import type { Decisions } from './decision.ts';

const toHosts = { permission: 'lobby.manage' } as const;

export const decideParticipants: Decisions<keyof typeof participantCommands> = {
  'participant.admit': (state, _actor, { participants }) => accept(participants
    .map((id) => state.participants[id])
    .filter((one) => one?.lobby === 'waiting')
    .flatMap((one) => arrival(state, one!))),

  'participant.decline': (state, _actor, { participant }) => {
    if (!state.participants[participant]) return refused('participant.absent');
    return state.participants[participant].lobby === 'waiting'
      ? decided({ type: 'participant.declined', data: { participant }, audience: toHosts })
      : nothing;
  },

  'participant.remove': (state, actor, { participant, ban }) => {
    const one = state.participants[participant];
    if (!one) return refused('participant.absent');
    if (isOthersToManage(state, actor, one.administration)) return refused('role.side', one.role);
    if (isLastHost(state, one)) return refused('participant.last');
    if (one.presence === 'banned' || (one.presence === 'removed' && !ban)) return nothing;
    return decided({ type: 'participant.removed', data: { participant, ban } });
  },

  'participant.unban': (state, actor, { participant }) => {
    const one = state.participants[participant];
    if (!one) return refused('participant.absent');
    if (isOthersToManage(state, actor, one.administration)) return refused('role.side', one.role);
    return one.presence === 'banned' || one.presence === 'removed' || one.lobby === 'declined'
      ? decided({ type: 'participant.unbanned', data: { participant } })
      : nothing;
  },

  'participant.uninvite': (state, actor, { participant }) => {
    const one = state.participants[participant];
    if (!one) return nothing;
    const wrong = refusalToUninvite(state, actor, one);
    if (wrong) return refused(wrong, ...(wrong === 'role.side' ? [one.role] : []));
    // Who was inside stays in the record of who attended, and does not come in any more.
    if (state.attendance[participant]) return one.presence === 'banned' ? nothing : decided({ type: 'participant.removed', data: { participant, ban: true } });
    return decided({ type: 'participant.uninvited', data: { participant } });
  },

  'participant.assign': (state, actor, { participant, role }) => {
    const one = state.participants[participant];
    if (!one) return refused('participant.absent');
    if (one.role === role) return nothing;
    const wrong = refusalToAssign(state, actor, one, role);
    if (wrong) return refused(wrong, ...(wrong === 'participant.last' ? [] : [role]));
    return decided(...leaveBooth(state, participant), { type: 'participant.assigned', data: { participant, role } });
  },

  'participant.handOver': (state, actor, { participant }) => {
    const one = state.participants[participant];
    if (!one || one.presence !== 'in') return refused('participant.absent');
    const hostRole: Role = hostRoleOf(state.session.kind);
    if (one.id === actor.id || one.role === hostRole) return nothing;
    if (isOthersToManage(state, actor, one.administration)) return refused('role.side', hostRole);
    if (opensPartnersRoom(state, actor, one.role) || changesSides(state, actor, one.role)) return refused('role.side', one.role);
    if (changesSides(state, one, hostRole)) return refused('role.side', hostRole);
    return decided(
      ...leaveBooth(state, participant),
      { type: 'participant.assigned', data: { participant, role: hostRole } },
      { type: 'participant.assigned', data: { participant: actor.id, role: one.role } },
    );
  },

  'participant.leave': (_state, actor) => {
    if (actor.presence === 'in') return decided({ type: 'participant.left', data: { participant: actor.id, reason: 'own' } });
    return actor.lobby === 'waiting' ? decided({ type: 'participant.gaveUp', data: { participant: actor.id }, audience: toHosts }) : nothing;
  },

  'participant.language': (_state, actor, { language }) => actor.language === language
    ? nothing
    : decided({ type: 'participant.language', data: { participant: actor.id, language } }),
};

/** The event with which somebody takes their seat. */
export function joined(one: Participant): Draft {
  const { presence: _presence, connected: _connected, room: _room, joinedAt: _joinedAt, lobby: _lobby, ...who } = one;
  return { type: 'participant.joined', data: { participant: one.id, who } };
}

/** Somebody comes in: where their group is at work, straight to it. */
export function arrival({ rooms }: SessionState, one: Participant): readonly Draft[] {
  const groups = Object.values(rooms).filter((room) => room.group === true && room.members.includes(one.id));
  const [group] = groups;
  const came = joined(one);
  return group === undefined || groups.some((room) => room.id === one.room) ? [came] : [came, { type: 'participant.moved', data: { participant: one.id, room: group.id } }];
}
