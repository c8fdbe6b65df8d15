import { may } from '../../../protocol/kinds.ts';
import { holds } from '../../../protocol/live/audience.ts';
import type { Participant } from '../../../protocol/live/participants.ts';
import type { Room } from '../../../protocol/live/rooms.ts';
import type { SessionState } from '../../../protocol/live/state.ts';
import { FLOOR } from '../../../protocol/live/ids.ts';

/** The people of a session as their panel lists them. */
export interface PeopleBoard {
  readonly waiting: readonly Participant[];
  /** Raised hands in the order in which they went up. */
  readonly hands: readonly Participant[];
  /** Silent by their role, and allowed to speak for now. */
  readonly onFloor: readonly Participant[];
  readonly rooms: readonly { readonly room: Room; readonly people: readonly Participant[] }[];
  /** Invited and not here. */
  readonly away: readonly Participant[];
  /** Removed, banned or declined: a host may let them in again. */
  readonly refused: readonly Participant[];
  readonly inside: number;
}

/** `query` filters every list by name and administration; the counts stay those of the whole. */
export function peopleBoard(state: SessionState, query = ''): PeopleBoard {
  const all = Object.values(state.participants).toSorted((a, b) => a.order - b.order);
  const found = all.filter((one) => matches(one, query));
  const hands = state.hands.map((hand) => state.participants[hand.participant]).filter((one) => one !== undefined && matches(one, query));
  return {
    waiting: found.filter((one) => one.lobby === 'waiting'),
    hands: hands as Participant[],
    onFloor: found.filter((one) => one.hasFloor),
    rooms: roomsInOrder(state)
      .map((room) => ({ room, people: found.filter((one) => one.presence === 'in' && one.room === room.id) }))
      .filter(({ room, people }) => people.length > 0 || (room.mode === 'aside' && query === '')),
    away: found.filter((one) => (one.presence === 'expected' || one.presence === 'left') && one.lobby === undefined),
    refused: found.filter((one) => one.presence === 'removed' || one.presence === 'banned' || one.lobby === 'declined')
      .filter((one) => one.lobby !== 'waiting'),
    inside: all.filter((one) => one.presence === 'in').length,
  };
}

/** The floor first, then the side rooms as they were made. */
export function roomsInOrder(state: Pick<SessionState, 'rooms'>): readonly Room[] {
  const { [FLOOR]: floor, ...side } = state.rooms;
  return floor ? [floor, ...Object.values(side)] : Object.values(side);
}

/** Where somebody can be brought: the floor and the rooms aside that people manage. */
export function isPlace(room: Room): boolean {
  return room.mode !== 'alongside' && room.roles === undefined && room.administration === undefined;
}

/** Whether who manages hands may give somebody the floor: their role is silent, and they do not have it. */
export function isSilent(state: Pick<SessionState, 'session'>, one: Participant): boolean {
  return one.presence === 'in' && one.hasFloor === undefined && !may(state.session.kind, one.role, 'media.microphone') && may(state.session.kind, one.role, 'hand.raise');
}

/** Case and accents do not matter to who types a name in a hurry. */
export function matches(one: Participant, query: string): boolean {
  const wanted = plain(query);
  return wanted === '' || plain(`${one.name} ${one.administrationName}`).includes(wanted);
}

function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLocaleLowerCase().trim();
}

/** What somebody may do to somebody else, in the order of the menu. */
const personActions = [
  'write', 'pin', 'pinAll', 'giveFloor', 'takeFloor', 'lowerHand', 'handPresenting', 'mute', 'muteOthers', 'stopCamera', 'stopScreen', 'stopDocument', 'move', 'assign', 'handOver',
  'remove', 'ban',
] as const;
export type PersonAction = (typeof personActions)[number];

/** The actions that would do something now; the server decides again when one is asked for. */
export function actionsFor(state: SessionState, me: Participant, one: Participant): readonly PersonAction[] {
  const inside = one.presence === 'in';
  const other = one.id !== me.id;
  const here = inside && one.room === me.room;
  const stage = state.stages[me.room];
  const sends = (source: string): boolean =>
    Object.values(state.publications).some((each) => each.participant === one.id && each.source === source && !each.paused && each.room === undefined);
  const can = (permission: Parameters<typeof holds>[2]): boolean => holds(state, me, permission);
  // The head of a delegation silences its own people, and nobody else's.
  const leads = can('delegation.lead') && one.administration === me.administration;
  const applies: Record<PersonAction, boolean> = {
    write: other && inside && can('chat.person'),
    pin: here,
    pinAll: here && can('stage.layout'),
    giveFloor: other && can('hand.manage') && isSilent(state, one),
    takeFloor: other && inside && can('hand.manage') && one.hasFloor === true,
    lowerHand: other && can('hand.manage') && state.hands.some((hand) => hand.participant === one.id),
    handPresenting: here && stage?.deck !== undefined && stage.presenter !== one.id && (stage.presenter === me.id || can('stage.layout')),
    mute: other && inside && (can('participant.mute') || leads) && sends('microphone'),
    muteOthers: other && here && can('participant.mute'),
    stopCamera: other && inside && can('participant.mute') && sends('camera'),
    stopScreen: other && inside && can('participant.mute') && sends('screen'),
    stopDocument: other && inside && can('participant.mute') && sends('document'),
    move: inside && can('room.manage') && state.rooms[one.room]?.administration === undefined && Object.values(state.rooms).some((room) => isPlace(room) && room.id !== one.room),
    assign: can('participant.assign'),
    handOver: other && inside && can('participant.assign') && can('session.manage') && !holds(state, one, 'session.manage'),
    remove: other && can('participant.remove') && inside,
    ban: other && can('participant.remove') && one.presence !== 'banned',
  };
  return personActions.filter((action) => applies[action]);
}
