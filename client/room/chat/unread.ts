import { kinds } from '../../../protocol/kinds.ts';
import { conversationOfDelegation, conversationOfPair, conversationOfRoom } from '../../../protocol/live/chat.ts';
import type { Chat, ConversationId } from '../../../protocol/live/chat.ts';
import { isDelegate } from '../../../protocol/live/delegations.ts';
import type { AdministrationId, ParticipantId, RoomId } from '../../../protocol/live/ids.ts';
import { belongs } from '../../../protocol/live/rooms.ts';
import type { SessionState } from '../../../protocol/live/state.ts';

/**
 * How far somebody has read. What was said before they first came in (`since`, a seq) does not count as unread: they
 * can read it, and nobody wrote it to them.
 */
export interface Reads {
  readonly since: number;
  readonly read: Readonly<Record<ConversationId, number>>;
}

export type Unread = Readonly<Record<ConversationId, number>>;

export function unreadIn(chat: Chat, reads: Reads, you: ParticipantId): Unread {
  const counts: Record<ConversationId, number> = {};
  for (const [conversation, messages] of Object.entries(chat)) {
    const from = Math.max(reads.since, reads.read[conversation] ?? 0);
    const count = messages.filter((message) => message.seq > from && message.from !== you).length;
    if (count > 0) counts[conversation] = count;
  }
  return counts;
}

export function total(unread: Unread): number {
  return Object.values(unread).reduce((sum, count) => sum + count, 0);
}

/** Everything in a conversation is read. The same object when it already was. */
export function markRead(reads: Reads, chat: Chat, conversation: ConversationId): Reads {
  const last = chat[conversation]?.at(-1)?.seq ?? 0;
  return last <= Math.max(reads.since, reads.read[conversation] ?? 0)
    ? reads
    : { ...reads, read: { ...reads.read, [conversation]: last } };
}

/** To whom one can write: a room, one's own delegation, or one person. */
export type Conversation =
  | { readonly kind: 'room'; readonly id: ConversationId; readonly room: RoomId }
  | { readonly kind: 'delegation'; readonly id: ConversationId; readonly administration: AdministrationId }
  | { readonly kind: 'person'; readonly id: ConversationId; readonly person: ParticipantId };

/** The rooms whose talk reaches this participant (their own first), their delegation where the kind has them, then the people they have written with, latest first. */
export function conversationsOf(state: SessionState, you: ParticipantId): readonly Conversation[] {
  const me = state.participants[you];
  if (!me) return [];
  const rooms = Object.values(state.rooms)
    .filter((room) => room.id === me.room || room.mode === 'floor' || belongs(room, me))
    .toSorted((a, b) => Number(b.id === me.room) - Number(a.id === me.room));
  const pairs = Object.entries(state.chat)
    .filter(([id, messages]) => messages.length > 0 && id.startsWith('pair:') && id.split(':').includes(you))
    .toSorted(([, a], [, b]) => (b.at(-1)?.seq ?? 0) - (a.at(-1)?.seq ?? 0))
    .map(([id]): Conversation => ({ kind: 'person', id, person: otherOf(id, you) }));
  const delegation: readonly Conversation[] = kinds[state.session.kind].delegations && isDelegate(me)
    ? [{ kind: 'delegation', id: conversationOfDelegation(me.administration), administration: me.administration }]
    : [];
  return [...rooms.map((room): Conversation => ({ kind: 'room', id: conversationOfRoom(room.id), room: room.id })), ...delegation, ...pairs];
}

export function withPerson(you: ParticipantId, person: ParticipantId): Conversation {
  return { kind: 'person', id: conversationOfPair(you, person), person };
}

function otherOf(pair: ConversationId, you: ParticipantId): ParticipantId {
  const [, one = '', other = ''] = pair.split(':');
  return one === you ? other : one;
}
