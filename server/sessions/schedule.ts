import { randomUUID } from 'node:crypto';
import { RefusalError } from '../../protocol/errors.ts';
import { hasRole, hostRoleOf, kinds, permissionsOf } from '../../protocol/kinds.ts';
import type { Permission } from '../../protocol/permissions.ts';
import type { KindName, Role, StandingRoom } from '../../protocol/kinds.ts';
import { limits } from '../../protocol/limits.ts';
import type { Draft } from '../../protocol/live/event.ts';
import type { AdministrationId, PersonId, SessionId } from '../../protocol/live/ids.ts';
import type { Identity } from '../../protocol/live/participants.ts';
import { timesFit } from '../../protocol/live/session.ts';
import type { Schedule } from '../../protocol/live/session.ts';
import { participantIdOf } from '../identity/caller.ts';
import type { LiveHost } from '../live/host.ts';
import type { LiveSession } from '../live/session.ts';
import type { Directory } from './directory.ts';
import type { People } from './ports.ts';

export interface Invited {
  readonly person: PersonId;
  readonly role: string;
}

export interface ScheduleDraft extends Schedule {
  readonly kind: KindName;
  /** The administration that hosts. */
  readonly administration: AdministrationId;
  /** Gets the kind's host role. */
  readonly createdBy: PersonId;
  readonly participants: readonly Invited[];
  /** For the demonstration, whose sessions keep their address; else it is random. */
  readonly id?: SessionId;
}

/** Schedules a session; it exists, durably, once this has resolved. Throws time.order, role.unknown, record.absent, session.full. */
export async function schedule(draft: ScheduleDraft, host: LiveHost, directory: Directory, people: People): Promise<LiveSession> {
  const { participants, id: given, ...agreed } = draft;
  const { standing } = kinds[draft.kind];
  if (!standing && !timesFit(draft)) throw new RefusalError('time.order', 'endsAt');
  const others = participants.filter((one) => one.person !== draft.createdBy);
  const invited = [{ person: draft.createdBy, role: hostRoleOf(draft.kind) }, ...others];
  const drafts = invitedDrafts(invited, draft.kind, people);
  const id = given ?? randomUUID();
  // What stands open begins at once: it has no hour, and nobody waits before a door.
  const now = Date.now();
  const first: Draft = { type: 'session.scheduled', data: { ...agreed, ...(standing ? { startsAt: now, endsAt: now, lobby: false } : {}), id } };
  const opened: readonly Draft[] = standing ? [{ type: 'session.opened', data: {} }] : [];
  const live = await host.create(id, first, ...drafts, ...standingRooms(draft.kind), ...opened);
  await directory.add(live);
  return live;
}

function standingRooms(kind: KindName): readonly Draft[] {
  return Object.entries<StandingRoom>(kinds[kind].rooms).map(([id, { mode, roles }]) => ({
    type: 'room.created', data: { id, name: '', mode, members: [], roles: roles.filter((role) => hasRole(kind, role)) },
  }));
}

type InvitedDraft = Extract<Draft, { type: 'participant.invited' }>;

/** People on the list of a session, each once. Throws role.unknown, record.absent, session.full. */
export function invitedDrafts(invited: readonly Invited[], kind: KindName, people: People): readonly InvitedDraft[] {
  const once = [...new Map(invited.map((one) => [one.person, one])).values()];
  if (once.length > limits.participantsPerSession) throw new RefusalError('session.full');
  return once.map(({ person, role }) => {
    if (!hasRole(kind, role)) throw new RefusalError('role.unknown', role);
    return { type: 'participant.invited', data: { ...identityOf(person, people), role } };
  });
}

function identityOf(id: PersonId, people: People): Identity {
  const person = people.person(id);
  const administration = person && people.administration(person.administration);
  if (!person || !administration || person.state === 'disabled') throw new RefusalError('record.absent', 'person');
  return {
    id: participantIdOf(id), person: id, name: person.name, language: person.language,
    administration: administration.id, administrationName: administration.name, country: administration.country,
  };
}

/** Who arranges for something gives the ability to do it, without doing it themselves. */
const manages: Readonly<Partial<Record<Permission, Permission>>> = { 'interpretation.speak': 'interpretation.manage' };

/** Whoever may only invite must not hand out more than they hold; who assigns roles may give any. */
export function mayGive(kind: KindName, giver: Role, role: Role): boolean {
  const own = permissionsOf(kind, giver);
  return own.has('participant.assign') || [...permissionsOf(kind, role)].every((permission) => own.has(permission) || own.has(manages[permission] ?? permission));
}
