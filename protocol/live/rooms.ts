import type { SessionEvent } from './event.ts';
import { FLOOR } from './ids.ts';
import type { Role } from '../kinds.ts';
import type { AdministrationId, ParticipantId, RoomId } from './ids.ts';
import type { Participant } from './participants.ts';

/**
 * floor: where the session happens, everyone belongs to it. aside: its members leave the floor to be there and hear
 * only it (a breakout group, a caucus). alongside: its members stay where they are, go on hearing it and have this
 * room in addition (observers' back channel, interpreters' booth).
 */
type RoomMode = 'floor' | 'aside' | 'alongside';

export interface Room {
  readonly id: RoomId;
  readonly name: string;
  readonly mode: RoomMode;
  /** Who may enter, hear and read it. Ignored for the floor. */
  readonly members: readonly ParticipantId[];
  /** A standing room of the session's kind: whoever has one of these roles belongs to it, and nobody can be let in otherwise. */
  readonly roles?: readonly Role[];
  /** The private room of an interpreters' booth: who belongs to it follows from the booth (interpretation.ts). */
  readonly booth?: true;
  /** A group at work: its members have its stage in their own hands, and who comes late is brought to it. */
  readonly group?: true;
  /** The caucus of a delegation: its people belong to it, and whom its head lets in (delegations.ts). Nobody else manages it. */
  readonly administration?: AdministrationId;
}

/** Who may enter, hear and read a side room. */
export function belongs(room: Room | undefined, one: Pick<Participant, 'id' | 'role' | 'administration'>): boolean {
  return room !== undefined && (room.members.includes(one.id) || (room.roles?.includes(one.role) ?? false) || room.administration === one.administration);
}

/** The caucus that a delegation is holding. */
export function caucusOf(rooms: Rooms, administration: AdministrationId): Room | undefined {
  return Object.values(rooms).find((room) => room.administration === administration);
}

export type Rooms = Readonly<Record<RoomId, Room>>;

export interface RoomEvents {
  'room.created': { id: RoomId; name: string; mode: 'aside' | 'alongside'; members: readonly ParticipantId[]; roles?: readonly Role[]; booth?: true; group?: true; administration?: AdministrationId };
  'room.renamed': { room: RoomId; name: string };
  'room.members': { room: RoomId; members: readonly ParticipantId[] };
  'room.closed': { room: RoomId };
}

export const onlyFloor: Rooms = { [FLOOR]: { id: FLOOR, name: '', mode: 'floor', members: [] } };

export function reduceRooms(rooms: Rooms, event: SessionEvent): Rooms {
  switch (event.type) {
    case 'room.created': return { ...rooms, [event.data.id]: event.data };
    case 'room.renamed': return change(rooms, event.data.room, { name: event.data.name });
    case 'room.members': return change(rooms, event.data.room, { members: event.data.members });
    case 'room.closed': {
      if (event.data.room === FLOOR) return rooms;
      const { [event.data.room]: _closed, ...rest } = rooms;
      return rest;
    }
    case 'participant.removed':
    case 'participant.uninvited': {
      const gone = event.data.participant;
      if (!Object.values(rooms).some((room) => room.members.includes(gone))) return rooms;
      return Object.fromEntries(Object.entries(rooms).map(([id, room]) =>
        [id, room.members.includes(gone) ? { ...room, members: room.members.filter((member) => member !== gone) } : room]));
    }
    default: return rooms;
  }
}

function change(rooms: Rooms, id: RoomId, patch: Partial<Room>): Rooms {
  const room = rooms[id];
  return room ? { ...rooms, [id]: { ...room, ...patch } } : rooms;
}
