import type { Role } from '../kinds.ts';
import type { SessionEvent } from './event.ts';
import { FLOOR } from './ids.ts';
import type { AdministrationId, ParticipantId, PersonId, RoomId } from './ids.ts';

/**
 * expected: invited, not here yet; in: has a seat in the session (the connection may be down for a moment);
 * left: went or did not come back; removed, banned: sent away by a host.
 */
type Presence = 'expected' | 'in' | 'left' | 'removed' | 'banned';

/** Who somebody is, as everyone in the session may know it. */
export interface Identity {
  readonly id: ParticipantId;
  readonly name: string;
  readonly administration: AdministrationId;
  readonly administrationName: string;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  /** BCP 47: the language whose deck version is shown first. */
  readonly language: string;
  readonly person?: PersonId;
  /** The invitation a guest came by. */
  readonly invitation?: string;
}

export interface Participant extends Identity {
  readonly role: Role;
  readonly presence: Presence;
  readonly connected: boolean;
  /** Where this participant is: their voice and pictures go there and they follow its stage. */
  readonly room: RoomId;
  /** Order of the invitation; it places the tile, so it never changes afterwards. */
  readonly order: number;
  readonly joinedAt?: number;
  /** Was given the floor: may speak although the role is silent. */
  readonly hasFloor?: true;
  /** Seen only by who admits (permission lobby.manage). */
  readonly lobby?: 'waiting' | 'declined';
}

export type Participants = Readonly<Record<ParticipantId, Participant>>;

export interface ParticipantEvents {
  'participant.invited': Identity & { role: Role };
  'participant.uninvited': { participant: ParticipantId };
  /** Somebody waits in the lobby. */
  'participant.waiting': { participant: ParticipantId };
  /** Somebody who waited went away before being admitted. */
  'participant.gaveUp': { participant: ParticipantId };
  'participant.declined': { participant: ParticipantId };
  /** Somebody takes a seat. Carries who it is, because a guest is unknown to most until then. */
  'participant.joined': { participant: ParticipantId; who: Identity & { role: Role; order: number } };
  'participant.connected': { participant: ParticipantId };
  'participant.dropped': { participant: ParticipantId };
  'participant.left': { participant: ParticipantId; reason: 'own' | 'timeout' };
  'participant.removed': { participant: ParticipantId; ban: boolean };
  'participant.unbanned': { participant: ParticipantId };
  'participant.assigned': { participant: ParticipantId; role: Role };
  'participant.floor': { participant: ParticipantId; given: boolean };
  'participant.moved': { participant: ParticipantId; room: RoomId };
  /** Many at once, as when groups open: one event, however many. */
  'participants.moved': { participants: readonly ParticipantId[]; room: RoomId };
  /** The language in which this participant sees decks. */
  'participant.language': { participant: ParticipantId; language: string };
}

export function reduceParticipants(all: Participants, event: SessionEvent): Participants {
  switch (event.type) {
    case 'participant.invited': {
      const known = all[event.data.id];
      return { ...all, [event.data.id]: known ? { ...known, ...event.data } : seat({ ...event.data, order: event.seq }) };
    }
    case 'participant.uninvited': {
      const { [event.data.participant]: _gone, ...rest } = all;
      return rest;
    }
    case 'participant.waiting': return change(all, event.data.participant, { lobby: 'waiting' });
    case 'participant.declined': return change(all, event.data.participant, { lobby: 'declined' });
    case 'participant.gaveUp': return change(all, event.data.participant, { lobby: undefined });
    case 'participant.joined': {
      const { participant, who } = event.data;
      const { lobby: _passed, ...known } = all[participant] ?? seat(who);
      return { ...all, [participant]: { ...known, ...who, presence: 'in', connected: true, joinedAt: known.joinedAt ?? event.at } };
    }
    case 'participant.connected': return change(all, event.data.participant, { connected: true });
    case 'participant.dropped': return change(all, event.data.participant, { connected: false });
    case 'participant.left': return change(all, event.data.participant, { presence: 'left', connected: false, hasFloor: undefined });
    case 'participant.removed': return change(all, event.data.participant, {
      presence: event.data.ban ? 'banned' : 'removed', connected: false, room: FLOOR, lobby: undefined, hasFloor: undefined,
    });
    case 'participant.unbanned': return change(all, event.data.participant, { presence: 'left', lobby: undefined });
    case 'participant.assigned': return change(all, event.data.participant, { role: event.data.role, hasFloor: undefined });
    case 'participant.floor': return change(all, event.data.participant, { hasFloor: event.data.given ? true : undefined });
    case 'participant.moved': return change(all, event.data.participant, { room: event.data.room });
    case 'participants.moved': {
      const { participants, room } = event.data;
      return { ...all, ...Object.fromEntries(participants.flatMap((id) => (all[id] ? [[id, patched(all[id], { room })]] : []))) };
    }
    case 'participant.language': return change(all, event.data.participant, { language: event.data.language });
    case 'room.closed': return changeWhere(all, (one) => one.room === event.data.room, { room: FLOOR });
    case 'session.ended':
      return changeWhere(changeWhere(all, (one) => one.lobby === 'waiting', { lobby: undefined }),
        (one) => one.presence === 'in', { presence: 'left', connected: false, room: FLOOR, hasFloor: undefined });
    default: return all;
  }
}

/** A guest is a stranger to everyone but those who admit, until they have been admitted once. */
export function isStranger(one: Participant): boolean {
  return one.invitation !== undefined && one.joinedAt === undefined;
}

function seat(who: Identity & { role: Role; order: number }): Participant {
  return { ...who, presence: 'expected', connected: false, room: FLOOR };
}

function change(all: Participants, id: ParticipantId, patch: Partial<Participant>): Participants {
  const one = all[id];
  return one ? { ...all, [id]: patched(one, patch) } : all;
}

function changeWhere(all: Participants, test: (one: Participant) => boolean, patch: Partial<Participant>): Participants {
  return Object.fromEntries(Object.entries(all).map(([id, one]) => [id, test(one) ? patched(one, patch) : one]));
}

/** An undefined in the patch removes the field, so that a snapshot that went through JSON equals the state it came from. */
function patched(one: Participant, patch: Partial<Participant>): Participant {
  return Object.fromEntries(Object.entries({ ...one, ...patch }).filter(([, value]) => value !== undefined)) as unknown as Participant;
}
