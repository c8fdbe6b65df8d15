import { holds } from '../../protocol/live/audience.ts';
import type { ParticipantId, RoomId } from '../../protocol/live/ids.ts';
import { belongs } from '../../protocol/live/rooms.ts';
import { accept, refuse } from '../../protocol/errors.ts';
import type { Result } from '../../protocol/errors.ts';
import { boothOf, turnOn } from '../../protocol/live/interpretation.ts';
import type { Participant } from '../../protocol/live/participants.ts';
import { FLOOR_CHANNEL } from '../../protocol/live/publications.ts';
import type { Channel, Source } from '../../protocol/live/publications.ts';
import type { SessionState } from '../../protocol/live/state.ts';
import type { Permission } from '../../protocol/permissions.ts';

/** What a stream is made of, and the ability that it needs. */
const rules: Readonly<Record<Source, { readonly kind: 'audio' | 'video'; readonly permission: Permission }>> = {
  microphone: { kind: 'audio', permission: 'media.microphone' },
  camera: { kind: 'video', permission: 'media.camera' },
  document: { kind: 'video', permission: 'media.document' },
  screen: { kind: 'video', permission: 'media.screen' },
  screenAudio: { kind: 'audio', permission: 'media.screen' },
};

export function kindOf(source: Source): 'audio' | 'video' {
  return rules[source].kind;
}

export interface Wish {
  readonly participant: ParticipantId;
  readonly source: Source;
  readonly channel: Channel;
  /** It is set up, and nothing of it goes out yet. */
  readonly paused: boolean;
  /** An alongside room that it goes to; absent: wherever its sender is. */
  readonly room?: RoomId;
}

/** Whether somebody may send this stream, as things stand. Asked before it starts and again after every change. */
export function maySend(state: SessionState, wish: Wish): Result<null> {
  const one = state.participants[wish.participant];
  if (!one || one.presence !== 'in' || (state.session.phase !== 'open' && state.session.phase !== 'live')) return refuse('media.refused');
  const { permission } = rules[wish.source];
  // Who is silent on the floor may still have a voice among their own.
  const speaksAside = wish.room !== undefined && wish.source === 'microphone' && holds(state, one, 'room.speak');
  if (!speaksAside && !holds(state, one, permission)) return refuse('media.refused', permission);
  if (wish.channel !== FLOOR_CHANNEL) return mayInterpret(state, one, wish);
  if (wish.room === undefined) return accept(null);
  const room = state.rooms[wish.room];
  return room?.mode === 'alongside' && belongs(room, one) ? accept(null) : refuse('room.notMember');
}

/** Only voices of the booth of a language are on its channel; they are set up beforehand, and one of them at a time is open: the one with the turn. */
function mayInterpret(state: SessionState, one: Participant, { source, channel, room, paused }: Wish): Result<null> {
  if (source !== 'microphone' || room !== undefined || !holds(state, one, 'interpretation.speak')) return refuse('media.refused', 'channel');
  if (!boothOf(state.interpretation, one.id)?.languages.includes(channel)) return refuse('interpretation.notSeated');
  return paused || turnOn(state.interpretation, channel, one.room)?.interpreter === one.id ? accept(null) : refuse('interpretation.notYourTurn');
}

/** The room in which a stream is heard. */
export function heardIn(state: SessionState, sent: { readonly participant: ParticipantId; readonly room?: RoomId }): RoomId | undefined {
  return sent.room ?? state.participants[sent.participant]?.room;
}

/** Those who are told who speaks in a room. */
export function listeners(state: SessionState, room: RoomId): ParticipantId[] {
  const alongside = state.rooms[room]?.mode === 'alongside' ? state.rooms[room] : undefined;
  return Object.values(state.participants)
    .filter((one) => one.presence === 'in' && (alongside ? belongs(alongside, one) : one.room === room))
    .map((one) => one.id);
}
