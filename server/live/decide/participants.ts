import type { participantCommands } from '../../../protocol/commands/participants.ts';
import { hasRole, hostRoleOf, kinds, may } from '../../../protocol/kinds.ts';
import type { KindName, Role, StandingRoom } from '../../../protocol/kinds.ts';
import type { Draft } from '../../../protocol/live/event.ts';
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
    if (isOthersToManage(state, actor, one.administration)) return refused('role.side', one.role);
    if ((one.presence === 'in' && !kinds[state.session.kind].standing) || isLastHost(state, one)) return refused('participant.last');
    // Who was inside stays in the record of who attended, and does not come in any more.
    if (state.attendance[participant]) return one.presence === 'banned' ? nothing : decided({ type: 'participant.removed', data: { participant, ban: true } });
    return decided({ type: 'participant.uninvited', data: { participant } });
  },

  'participant.assign': (state, actor, { participant, role }) => {
    const one = state.participants[participant];
    if (!one) return refused('participant.absent');
    if (!hasRole(state.session.kind, role)) return refused('role.unknown', role);
    if (one.role === role) return nothing;
    if (isOthersToManage(state, actor, one.administration)) return refused('role.side', role);
    if (isLastHost(state, one)) return refused('participant.last');
    if (opensPartnersRoom(state, one, role) || changesSides(state, one, role)) return refused('role.side', role);
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

/**
 * Once the session has opened nobody of the hosting administration is given a role with a standing room of its own: what
 * its people have said there among themselves is not the host's to read.
 */
export function opensPartnersRoom({ session }: SessionState, one: Pick<Participant, 'administration'>, role: Role): boolean {
  const hasRoom = Object.values<StandingRoom>(kinds[session.kind].rooms).some(({ roles }) => roles.includes(role));
  return hasRoom && session.phase !== 'scheduled' && one.administration === session.administration;
}

/** Once the session has opened nobody passes from one of the kind's sides to another: what each keeps from the other is theirs from the beginning. */
function changesSides({ session }: SessionState, one: Pick<Participant, 'role'>, role: Role): boolean {
  const sides: readonly (readonly string[])[] = kinds[session.kind].apart;
  const sideOf = (each: Role): number => sides.findIndex((roles) => roles.includes(each));
  const [before, after] = [sideOf(one.role), sideOf(role)];
  return session.phase !== 'scheduled' && before >= 0 && after >= 0 && before !== after;
}

/**
 * In what stands open each administration manages its own people, as soon as somebody of theirs can: whoever brings somebody in
 * shows them that side's private part.
 */
export function isOthersToManage({ session, participants }: SessionState, actor: Pick<Participant, 'administration'>, administration: string): boolean {
  if (!kinds[session.kind].standing || actor.administration === administration) return false;
  return Object.values(participants).some((one) => one.administration === administration && managesStill(session.kind, one));
}

/** A session never loses the last person who can manage it. */
function isLastHost({ session: { kind }, participants }: SessionState, one: Participant): boolean {
  // In what stands open, every side keeps somebody.
  const isOfSide = (other: Participant): boolean => !kinds[kind].standing || other.administration === one.administration;
  return managesStill(kind, one) && !Object.values(participants).some((other) => other.id !== one.id && isOfSide(other) && managesStill(kind, other));
}

function managesStill(kind: KindName, { role, presence }: Participant): boolean {
  return may(kind, role, 'session.manage') && presence !== 'banned' && presence !== 'removed';
}
