import type { PartName } from './live/parts.ts';
import type { Permission } from './permissions.ts';

/**
 * The kinds of session as data: which roles each has, what each role may do, which role hosts and which one a guest
 * gets when nothing else is said. A capability extends its kind here; nothing else in the core asks for a kind by name.
 */
export const kinds = {
  plain: kind('host', 'attendee', {
    host: { permissions: host() },
    speaker: { permissions: speaker() },
    attendee: { permissions: attendee() },
    interpreter: { permissions: interpreter() },
  }),
  observation: kind('hostLead', 'observer', {
    hostLead: {
      permissions: [
        ...host(), ...visitor(), ...recorder(), 'visit.plan', 'camera.direct', 'camera.steer', 'consent.see', 'consent.manage', 'evidence.capture',
        'evidence.custody', 'evidence.see', 'question.answer', 'inspection.run', 'report.see', 'report.edit', 'report.confirm', 'package.export',
      ],
    },
    fieldCamera: {
      permissions: [
        ...attendee(), ...visitor(), ...recorder(), 'media.document', 'camera.film', 'consent.see', 'evidence.capture', 'evidence.custody', 'evidence.see', 'inspection.run',
      ],
    },
    operatorRepresentative: {
      permissions: [
        ...speaker(), ...visitor(), 'consent.see', 'consent.manage', 'consent.own', 'evidence.capture', 'evidence.custody', 'evidence.release', 'evidence.see',
        'evidence.mark', 'question.answer',
      ],
    },
    operatorStaff: { permissions: [...attendee(), 'consent.own'] },
    leadObserver: {
      permissions: [
        ...speaker(), ...visitor(), ...recorder(), 'hand.manage', 'room.speak', 'camera.direct', 'camera.steer', 'evidence.see', 'report.see', 'report.edit',
        'report.confirm', 'package.export',
      ],
    },
    observer: { permissions: [...silent(), ...visitor(), ...recorder(), 'room.speak', 'camera.direct', 'evidence.see', 'report.see'] },
    interpreter: { permissions: [...interpreter(), ...visitor()] },
    secretariat: { permissions: [...secretariat(), ...visitor(), ...recorder(), 'visit.plan', 'evidence.see', 'report.see', 'report.edit'] },
  }, { rooms: { backChannel: { mode: 'alongside', roles: ['leadObserver', 'observer'] } }, parts: ['observation'],
    // Unreleased evidence is for custody alone.
    apart: [['hostLead', 'fieldCamera', 'operatorRepresentative', 'operatorStaff'], ['leadObserver', 'observer']],
  }),
  assessment: kind('chair', 'delegate', {
    chair: { permissions: [...host(), ...negotiator(), 'meeting.lead', 'meeting.plan', 'minutes.edit'] },
    headOfDelegation: { permissions: [...speaker(), ...negotiator(), 'deck.manage', 'delegation.lead', 'minutes.edit'] },
    delegate: { permissions: [...speaker(), ...negotiator()] },
    interpreter: { permissions: [...interpreter(), 'meeting.see'] },
    secretariat: { permissions: [...secretariat(), ...negotiator(), 'meeting.plan', 'minutes.edit'] },
  }, { parts: ['assessment'], delegations: true }),
  class: kind('trainer', 'trainee', {
    trainer: { permissions: [...host(), 'class.lead'] },
    tutor: { permissions: [...speaker(), 'hand.manage', 'lobby.manage', 'readiness.see', 'participant.mute', 'room.manage', 'class.lead'] },
    trainee: { permissions: [...attendee(), 'class.answer'] },
    interpreter: { permissions: interpreter() },
  }, { parts: ['class'] }),
  ceremony: kind('protocolOfficer', 'delegate', {
    protocolOfficer: { permissions: [...host(), 'ceremony.see', 'ceremony.prepare', 'ceremony.lead', 'ceremony.read'] },
    signatory: { permissions: [...speaker(), 'ceremony.see', 'ceremony.sign', 'ceremony.read'] },
    witness: { permissions: [...speaker(), 'ceremony.see', 'ceremony.sign', 'ceremony.read'] },
    delegate: { permissions: [...attendee(), 'ceremony.see', 'ceremony.read'] },
    interpreter: { permissions: [...interpreter(), 'ceremony.see'] },
    secretariat: { permissions: [...secretariat(), 'ceremony.see', 'ceremony.prepare', 'ceremony.read'] },
  }, { parts: ['ceremony'] }),
  /** The file of two or more administrations on their way to recognise each other's programmes (protocol/assessment/case). */
  case: kind('secretariat', 'officer', {
    headOfSide: { permissions: [...official(), ...planner(), 'case.compare', 'case.agree'] },
    officer: { permissions: [...official(), 'case.compare'] },
    liaison: { permissions: official() },
    secretariat: { permissions: [...official(), ...planner(), 'case.compare'] },
  }, { parts: ['case'], standing: true }),
} as const satisfies Record<string, Kind>;

export interface RoleDefinition {
  readonly permissions: readonly Permission[];
}

export interface Kind {
  readonly hostRole: string;
  readonly guestRole: string;
  readonly roles: Readonly<Record<string, RoleDefinition>>;
  /** Side rooms that every session of this kind has, by their id: nobody manages them, a role alone leads in. */
  readonly rooms: Readonly<Record<string, StandingRoom>>;
  /** What its sessions remember beside what every session does (live/parts.ts). */
  readonly parts: readonly PartName[];
  /**
   * Stands open from the day it is made, for months or years: no hour, no door, no media and no links, and a page of its own in
   * place of a room. Somebody may have it open several times, and each administration manages its own people in it.
   */
  readonly standing: boolean;
  /** Its people sit by administration, each a delegation with a head: seats, chat and caucus (live/delegations.ts). */
  readonly delegations: boolean;
  /** Sides that keep things from each other: once a session has opened nobody passes from one to another. */
  readonly apart: readonly (readonly string[])[];
}

export interface StandingRoom {
  readonly mode: 'aside' | 'alongside';
  readonly roles: readonly string[];
}

export type KindName = keyof typeof kinds;
export type Role = { [K in KindName]: keyof (typeof kinds)[K]['roles'] }[KindName] & string;

const empty: ReadonlySet<Permission> = new Set();
/** Asked for everybody in a session with every event, so nothing is put together to look here. */
const sets: ReadonlyMap<string, ReadonlyMap<string, ReadonlySet<Permission>>> = new Map(
  Object.entries(kinds).map(([name, { roles }]) => [name, new Map(Object.entries<RoleDefinition>(roles).map(([role, { permissions }]) => [role, new Set(permissions)]))]),
);

/** What a role may do in a session of this kind; nothing for a role that the kind does not have. */
export function permissionsOf(kindName: KindName, role: string): ReadonlySet<Permission> {
  return sets.get(kindName)?.get(role) ?? empty;
}

export function may(kindName: KindName, role: string, permission: Permission): boolean {
  return permissionsOf(kindName, role).has(permission);
}

export function rolesOf(kindName: KindName): readonly Role[] {
  return Object.keys(kinds[kindName].roles) as Role[];
}

export function hasRole(kindName: KindName, role: string): role is Role {
  return Object.hasOwn(kinds[kindName].roles, role);
}

export function hostRoleOf(kindName: KindName): Role {
  return kinds[kindName].hostRole as Role;
}

interface More<R> {
  readonly rooms?: Readonly<Record<string, { readonly mode: StandingRoom['mode']; readonly roles: readonly (keyof R & string)[] }>>;
  readonly parts?: readonly PartName[];
  readonly standing?: boolean;
  readonly delegations?: boolean;
  readonly apart?: readonly (readonly (keyof R & string)[])[];
}

function kind<const R extends Record<string, RoleDefinition>>(
  hostRole: keyof R & string, guestRole: keyof R & string, roles: R, { rooms = {}, parts = [], standing = false, delegations = false, apart = [] }: More<NoInfer<R>> = {},
): { hostRole: keyof R & string; guestRole: keyof R & string; roles: R; rooms: Readonly<Record<string, StandingRoom>>; parts: readonly PartName[]; standing: boolean; delegations: boolean; apart: Kind['apart'] } {
  return { hostRole, guestRole, roles, rooms, parts, standing, delegations, apart };
}

/** The people of delegations at a meeting: they ask for the floor for their own, write what it holds, and propose what is to be agreed. */
function negotiator(): readonly Permission[] {
  return ['meeting.see', 'floor.ask', 'position.write', 'outcome.propose'];
}
/** The people of a case: they know its joint part and their own side's, and write in both. */
function official(): readonly Permission[] {
  return ['session.attend', 'case.see', 'case.write'];
}
/** Who runs a case for their side. */
function planner(): readonly Permission[] {
  return ['session.manage', 'participant.assign', 'participant.remove', 'case.plan'];
}
/** Who takes part in a visit knows its plan and hears its questions. */
function visitor(): readonly Permission[] {
  return ['visit.see'];
}
/** The officers of both sides, who write the record of a visit. */
function recorder(): readonly Permission[] {
  return ['visit.record', 'note.write', 'finding.write', 'question.ask', 'evidence.mark'];
}
function silent(): readonly Permission[] {
  return ['session.attend', 'hand.raise', 'reaction.send', 'chat.room', 'chat.person'];
}
function attendee(): readonly Permission[] {
  return [...silent(), 'media.microphone', 'media.camera'];
}
function speaker(): readonly Permission[] {
  return [...attendee(), 'media.document', 'media.screen', 'stage.present', 'mark.draw', 'pointer.show'];
}
function interpreter(): readonly Permission[] {
  return ['session.attend', 'reaction.send', 'chat.room', 'chat.person', 'media.microphone', 'media.camera', 'interpretation.speak'];
}
function secretariat(): readonly Permission[] {
  return [...speaker(), 'deck.manage', 'lobby.manage', 'readiness.see', 'hand.manage', 'invitation.manage', 'interpretation.manage'];
}
function host(): readonly Permission[] {
  return [
    ...speaker(), 'session.manage', 'lobby.manage', 'readiness.see', 'participant.mute', 'participant.remove',
    'participant.assign', 'invitation.manage', 'room.manage', 'stage.layout', 'deck.manage', 'hand.manage', 'interpretation.manage',
  ];
}
