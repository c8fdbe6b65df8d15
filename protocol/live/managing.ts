import { hasRole, kinds, may } from '../kinds.ts';
import type { KindName, Role, StandingRoom } from '../kinds.ts';
import type { ErrorCode } from '../errors.ts';
import type { AdministrationId } from './ids.ts';
import type { Participant } from './participants.ts';
import type { SessionState } from './state.ts';

/** Who may give a role to whom and take whom off the list: the server decides by it, and the client offers nothing else. */
type People = Pick<SessionState, 'session' | 'participants'>;

/** Why a role is not given: role.unknown, role.side, participant.last. */
export function refusalToAssign(people: People, actor: Pick<Participant, 'administration'>, one: Participant, role: Role): ErrorCode | undefined {
  if (!hasRole(people.session.kind, role)) return 'role.unknown';
  if (isOthersToManage(people, actor, one.administration)) return 'role.side';
  if (isLastHost(people, one)) return 'participant.last';
  return opensPartnersRoom(people, one, role) || changesSides(people, one, role) ? 'role.side' : undefined;
}

/** Why somebody is not taken off the list: role.side, participant.last (also who is inside). */
export function refusalToUninvite(people: People, actor: Pick<Participant, 'administration'>, one: Participant): ErrorCode | undefined {
  if (isOthersToManage(people, actor, one.administration)) return 'role.side';
  return (one.presence === 'in' && !kinds[people.session.kind].standing) || isLastHost(people, one) ? 'participant.last' : undefined;
}

/**
 * Once the session has opened nobody of the hosting administration is given a role with a standing room of its own: what
 * its people have said there among themselves is not the host's to read.
 */
export function opensPartnersRoom({ session }: Pick<SessionState, 'session'>, one: Pick<Participant, 'administration'>, role: Role): boolean {
  const hasRoom = Object.values<StandingRoom>(kinds[session.kind].rooms).some(({ roles }) => roles.includes(role));
  return hasRoom && session.phase !== 'scheduled' && one.administration === session.administration;
}

/** Once the session has opened nobody passes from one of the kind's sides to another: what each keeps from the other is theirs from the beginning. */
export function changesSides({ session }: Pick<SessionState, 'session'>, one: Pick<Participant, 'role'>, role: Role): boolean {
  const sides: readonly (readonly string[])[] = kinds[session.kind].apart;
  const sideOf = (each: Role): number => sides.findIndex((roles) => roles.includes(each));
  const [before, after] = [sideOf(one.role), sideOf(role)];
  return session.phase !== 'scheduled' && before >= 0 && after >= 0 && before !== after;
}

/**
 * In what stands open each administration manages its own people, as soon as somebody of theirs can: whoever brings somebody in
 * shows them that side's private part.
 */
export function isOthersToManage({ session, participants }: People, actor: Pick<Participant, 'administration'>, administration: AdministrationId): boolean {
  if (!kinds[session.kind].standing || actor.administration === administration) return false;
  return Object.values(participants).some((one) => one.administration === administration && managesStill(session.kind, one));
}

/** A session never loses the last person who can manage it. */
export function isLastHost({ session: { kind }, participants }: People, one: Participant): boolean {
  // In what stands open, every side keeps somebody.
  const isOfSide = (other: Participant): boolean => !kinds[kind].standing || other.administration === one.administration;
  return managesStill(kind, one) && !Object.values(participants).some((other) => other.id !== one.id && isOfSide(other) && managesStill(kind, other));
}

function managesStill(kind: KindName, { role, presence }: Participant): boolean {
  return may(kind, role, 'session.manage') && presence !== 'banned' && presence !== 'removed';
}
