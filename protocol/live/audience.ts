import { may } from '../kinds.ts';
import type { Permission } from '../permissions.ts';
import type { Audience } from './event.ts';
import { conversationOfDelegation } from './chat.ts';
import type { ConversationId } from './chat.ts';
import { FLOOR } from './ids.ts';
import type { ParticipantId, RoomId } from './ids.ts';
import { isStranger } from './participants.ts';
import type { Participant, Participants } from './participants.ts';
import { projectParts } from './parts.ts';
import type { Parts } from './parts.ts';
import type { Publication } from './publications.ts';
import { belongs } from './rooms.ts';
import type { Room } from './rooms.ts';
import { initialState } from './state.ts';
import type { SessionState } from './state.ts';

/** Only those inside see the session; who waits in the lobby sees its title and themselves. */
export function isInside(state: SessionState, id: ParticipantId): boolean {
  return state.participants[id]?.presence === 'in';
}

/** The rooms whose words, pages and marks a participant may receive: the floor, where they are, where they are a member. */
function roomsOf(state: SessionState, one: Participant): readonly RoomId[] {
  return Object.values(state.rooms)
    .filter((room) => room.id === FLOOR || room.id === one.room || belongs(room, one))
    .map((room) => room.id);
}

export function inRoom(state: SessionState, one: Participant, room: RoomId): boolean {
  return room === FLOOR || room === one.room || belongs(state.rooms[room], one);
}

/** What the members of a group at work may do there, whatever their role: put a deck on its stage, turn its pages, draw on them. */
const ofGroups: ReadonlySet<Permission> = new Set(['stage.layout', 'stage.present', 'mark.draw', 'pointer.show']);

/** What the role may do; to speak for who was given the floor; and in a group at work what belongs to its stage. */
export function holds(state: SessionState, one: Participant, permission: Permission): boolean {
  if (may(state.session.kind, one.role, permission) || (permission === 'media.microphone' && one.hasFloor === true)) return true;
  if (!ofGroups.has(permission)) return false;
  const room = state.rooms[one.room];
  return room?.group === true && room.members.includes(one.id);
}

/** Whether somebody may speak to a room beside the floor: their own people there hear them, also where their role is silent. */
export function speaksAlongside(state: SessionState, one: Participant, room: Room | undefined): boolean {
  return room?.mode === 'alongside' && belongs(room, one) && (holds(state, one, 'room.speak') || holds(state, one, 'media.microphone'));
}

/** Whether a participant may receive an event with this audience, as things stand now. */
export function sees(state: SessionState, viewer: ParticipantId, audience: Audience): boolean {
  const one = state.participants[viewer];
  if (one === undefined || one.presence !== 'in') return false;
  if (audience === 'everyone') return true;
  if ('room' in audience) return inRoom(state, one, audience.room);
  if ('roles' in audience) return audience.roles.includes(one.role);
  if ('permission' in audience) {
    const { permission, administration = one.administration, also } = audience;
    return (holds(state, one, permission) && administration === one.administration) || (also?.includes(viewer) ?? false);
  }
  if ('administration' in audience) return one.administration === audience.administration;
  return audience.participants.includes(viewer);
}

/**
 * What decides which part of the state a viewer receives, as a string to compare. When it changes, what they hold is
 * no longer a prefix of what they may see, and the server sends what came into sight, or a new snapshot, with the event.
 */
export function scopeOf(state: SessionState, viewer: ParticipantId): string {
  const one = state.participants[viewer];
  if (one === undefined) return 'outside';
  const { session } = state;
  if (one.presence !== 'in') {
    return `lobby ${one.presence} ${one.lobby ?? ''} ${session.phase} ${session.locked} ${session.title} ${session.startsAt} ${session.endsAt}`;
  }
  // Who only visits a room receives what is said there, and not yet all that its members do.
  const rooms = roomsOf(state, one).map((id) => (id === FLOOR || belongs(state.rooms[id], one) ? id : `visiting ${id}`));
  return `in ${one.role} ${one.administration} ${rooms.toSorted().join(' ')}`;
}

/** The state for one pair of eyes. For everyone inside it equals the fold of the events that they could see. */
export function project(state: SessionState, viewer: ParticipantId): SessionState {
  const one = state.participants[viewer];
  if (one === undefined) return initialState();
  if (one.presence !== 'in') {
    return { ...initialState(), seq: state.seq, session: state.session, participants: { [viewer]: one } };
  }
  return { ...state, ...sightOf(state, one) };
}

/** The slices that are not the same for everybody. */
type Sight = Pick<SessionState, 'participants' | 'hands' | 'chat' | 'stages' | 'marks' | 'publications' | 'readiness'> & Partial<Parts>;

/** What is in sight of somebody inside, of the slices that are not the same for everybody. */
export function sightOf(state: SessionState, one: Participant): Sight {
  const rooms = new Set(roomsOf(state, one));
  const prefixes = [...rooms].map((room) => `${room}/`);
  return {
    participants: participantsFor(state, one),
    hands: state.hands.filter((hand) => rooms.has(hand.room)),
    chat: pick(state.chat, (key) => mayRead(key, one, rooms)),
    stages: pick(state.stages, (room) => rooms.has(room)),
    marks: pick(state.marks, (key) => prefixes.some((prefix) => key.startsWith(prefix))),
    publications: pick(state.publications, (_id, publication) => publication.room === undefined || rooms.has(publication.room)),
    readiness: holds(state, one, 'readiness.see') ? state.readiness : {},
    ...projectParts(state, one, (permission) => holds(state, one, permission)),
  };
}

/** A conversation: of two people, of a delegation, or of a room. */
function mayRead(key: ConversationId, one: Participant, rooms: ReadonlySet<RoomId>): boolean {
  if (key.startsWith('pair:')) return key.split(':').includes(one.id);
  return key.startsWith('delegation:') ? key === conversationOfDelegation(one.administration) : rooms.has(key.slice('room:'.length));
}

/**
 * Whether a viewer may be sent this stream: both are inside, and the viewer hears the room it goes to. Enforced by the
 * server whenever somebody consumes, and again whenever the state changes.
 */
export function mayReceive(state: SessionState, viewer: ParticipantId, publication: Publication): boolean {
  const sender = state.participants[publication.participant];
  const one = state.participants[viewer];
  if (!sender || !one || sender.presence !== 'in' || one.presence !== 'in' || sender.id === viewer) return false;
  if (publication.room !== undefined) return belongs(state.rooms[publication.room], one);
  return sender.room === one.room;
}

/** Who waits at the door, and who is known by a link alone, is for those who admit. */
export function participantsFor(state: SessionState, one: Participant): Participants {
  return holds(state, one, 'lobby.manage') ? state.participants : withoutLobby(state.participants);
}

/** The same for all who do not admit, so it is made once for them. */
const withoutLobbies = new WeakMap<Participants, Participants>();

function withoutLobby(all: Participants): Participants {
  const known = withoutLobbies.get(all);
  if (known) return known;
  const open: Participants = Object.fromEntries(Object.entries(all).flatMap(([id, one]) => {
    if (isStranger(one)) return [];
    const { lobby: _private, ...rest } = one;
    return [[id, rest]];
  }));
  withoutLobbies.set(all, open);
  return open;
}

function pick<T>(all: Readonly<Record<string, T>>, test: (key: string, value: T) => boolean): Readonly<Record<string, T>> {
  return Object.fromEntries(Object.entries(all).filter(([key, value]) => test(key, value)));
}
