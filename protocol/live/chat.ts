import { limits } from '../limits.ts';
import type { SessionEvent } from './event.ts';
import type { AdministrationId, MessageId, ParticipantId, RoomId } from './ids.ts';

export interface Message {
  readonly id: MessageId;
  readonly at: number;
  readonly seq: number;
  readonly from: ParticipantId;
  /** Markdown as it was typed; rendered without HTML. */
  readonly text: string;
}

/** One list for each room ("room:floor"), each pair of people ("pair:a:b") and each delegation ("delegation:a"). */
export type ConversationId = string;
export type Chat = Readonly<Record<ConversationId, readonly Message[]>>;

export interface ChatEvents {
  'chat.sent': { id: MessageId; text: string; to?: ParticipantId; delegation?: AdministrationId };
}

export function conversationOfRoom(room: RoomId): ConversationId {
  return `room:${room}`;
}

export function conversationOfPair(one: ParticipantId, other: ParticipantId): ConversationId {
  return one < other ? `pair:${one}:${other}` : `pair:${other}:${one}`;
}

export function conversationOfDelegation(administration: AdministrationId): ConversationId {
  return `delegation:${administration}`;
}

export function reduceChat(chat: Chat, event: SessionEvent): Chat {
  if (event.type !== 'chat.sent') return chat;
  const { id, text, to, delegation } = event.data;
  const conversation = delegation !== undefined ? conversationOfDelegation(delegation) : to === undefined ? conversationOfRoom(event.room) : conversationOfPair(event.actor, to);
  const before = chat[conversation] ?? [];
  // Bounded, so that a reducer step costs the same on the hundred-thousandth event; the log keeps everything.
  const kept = before.length >= limits.chatKept ? before.slice(before.length - limits.chatKept + 1) : before;
  return { ...chat, [conversation]: [...kept, { id, at: event.at, seq: event.seq, from: event.actor, text }] };
}
