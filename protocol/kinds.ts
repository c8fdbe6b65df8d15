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
    hostLead: { permissions: host() },
    fieldCamera: { permissions: [...attendee(), 'media.document'] },
    operatorRepresentative: { permissions: [...speaker()] },
    operatorStaff: { permissions: attendee() },
    leadObserver: { permissions: [...speaker(), 'hand.manage'] },
    observer: { permissions: silent() },
    interpreter: { permissions: interpreter() },
    secretariat: { permissions: secretariat() },
  }),
  assessment: kind('chair', 'delegate', {
    chair: { permissions: host() },
    headOfDelegation: { permissions: [...speaker(), 'deck.manage'] },
    delegate: { permissions: speaker() },
    interpreter: { permissions: interpreter() },
    secretariat: { permissions: secretariat() },
  }),
  class: kind('trainer', 'trainee', {
    trainer: { permissions: host() },
    tutor: { permissions: [...speaker(), 'hand.manage', 'lobby.manage', 'readiness.see', 'participant.mute', 'room.manage'] },
    trainee: { permissions: attendee() },
    interpreter: { permissions: interpreter() },
  }),
} as const satisfies Record<string, Kind>;

export interface RoleDefinition {
  readonly permissions: readonly Permission[];
}

export interface Kind {
  readonly hostRole: string;
  readonly guestRole: string;
  readonly roles: Readonly<Record<string, RoleDefinition>>;
}

export type KindName = keyof typeof kinds;
export type Role = { [K in KindName]: keyof (typeof kinds)[K]['roles'] }[KindName] & string;

const empty: ReadonlySet<Permission> = new Set();
const sets = new Map<string, ReadonlySet<Permission>>(
  Object.entries(kinds).flatMap(([name, { roles }]) =>
    Object.entries<RoleDefinition>(roles).map(([role, definition]) => [`${name}/${role}`, new Set(definition.permissions)] as const)),
);

/** What a role may do in a session of this kind; nothing for a role that the kind does not have. */
export function permissionsOf(kindName: KindName, role: string): ReadonlySet<Permission> {
  return sets.get(`${kindName}/${role}`) ?? empty;
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

function kind<const R extends Record<string, RoleDefinition>>(
  hostRole: keyof R & string, guestRole: keyof R & string, roles: R,
): { hostRole: keyof R & string; guestRole: keyof R & string; roles: R } {
  return { hostRole, guestRole, roles };
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
  return ['session.attend', 'reaction.send', 'chat.room', 'chat.person', 'media.microphone', 'media.camera'];
}
function secretariat(): readonly Permission[] {
  return [...speaker(), 'deck.manage', 'lobby.manage', 'readiness.see', 'hand.manage', 'invitation.manage'];
}
function host(): readonly Permission[] {
  return [
    ...speaker(), 'session.manage', 'lobby.manage', 'readiness.see', 'participant.mute', 'participant.remove',
    'participant.assign', 'invitation.manage', 'room.manage', 'stage.layout', 'deck.manage', 'hand.manage',
  ];
}
