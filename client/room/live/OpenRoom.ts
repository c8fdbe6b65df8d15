import type { Refusal } from '../../../protocol/errors.ts';
import { conversationOfRoom } from '../../../protocol/live/chat.ts';
import type { ConversationId } from '../../../protocol/live/chat.ts';
import type { ParticipantId, RoomId, SessionId } from '../../../protocol/live/ids.ts';
import type { Reaction } from '../../../protocol/live/reactions.ts';
import type { LiveClient } from '../../live/client.ts';
import { newId } from '../../live/ids.ts';
import { withPerson } from '../chat/unread.ts';
import type { Conversation } from '../chat/unread.ts';
import { followsRoom } from '../stage/plan.ts';
import type { OwnView } from '../stage/plan.ts';
import { Cell } from './cell.ts';
import { Passing } from './passing.ts';
import { Reading } from './reading.ts';
import { Speaking } from './speaking.ts';

const REACTION_MS = 6_000;
const TYPING_MS = 5_000;

/** A message on its way. */
export interface Sending {
  readonly id: string;
  readonly conversation: ConversationId;
  readonly text: string;
}

/** What this page knows of the room beside the session's state: its own view, what passes, what is being written. */
export class OpenRoom {
  readonly live: LiveClient;
  readonly view = new Cell<OwnView>(followsRoom);
  readonly speaking: Speaking;
  readonly reading: Reading;
  readonly reactions = new Passing<Reaction>(REACTION_MS);
  readonly typing = new Passing<true>(TYPING_MS);
  /** The panel that is open; undefined: none. */
  readonly panel = new Cell<string | undefined>(undefined);
  /** The conversation that somebody chose; undefined: the room's. */
  readonly conversation = new Cell<Conversation | undefined>(undefined);
  readonly sending = new Cell<readonly Sending[]>([]);
  readonly drafts = new Map<ConversationId, string>();
  readonly #ends: readonly (() => void)[];

  constructor(live: LiveClient, session: SessionId) {
    this.live = live;
    this.speaking = new Speaking(live);
    this.reading = new Reading(live, session);
    this.#ends = [
      live.onSignal((name, from, payload) => {
        if (name === 'reaction.sent' && 'reaction' in payload) this.reactions.show(from, payload.reaction);
        if (name === 'chat.typing') this.typing.show(from, true);
      }),
      live.onNotice('state.events', ({ events }) => {
        // Who has sent it no longer writes it.
        for (const event of events) if (event.type === 'chat.sent') this.typing.hide(event.actor);
      }),
    ];
  }

  close(): void {
    for (const end of this.#ends) end();
    this.speaking.close();
    this.reading.close();
    this.reactions.close();
    this.typing.close();
  }

  /** A quick signal; it stands beside one's own name too. */
  react(reaction: Reaction): void {
    this.live.signal('reaction.sent', { reaction });
    this.reactions.show(this.live.you, reaction);
  }

  togglePin(one: ParticipantId): void {
    this.view.change((view) => ({ ...view, pinned: view.pinned.includes(one) ? view.pinned.filter((each) => each !== one) : [...view.pinned, one] }));
  }

  writeTo(one: ParticipantId): void {
    this.conversation.set(withPerson(this.live.you, one));
    this.panel.set('chat');
  }

  showRoomChat(room: RoomId): void {
    this.conversation.set({ kind: 'room', id: conversationOfRoom(room), room });
    this.panel.set('chat');
  }

  /** Answers the refusal, if it was refused. Shown as on its way until it is in the state. */
  async say(conversation: Conversation, text: string): Promise<Refusal | undefined> {
    const id = newId();
    this.sending.change((all) => [...all, { id, conversation: conversation.id, text }]);
    const result = await this.live.command('chat.send', {
      text, ...(conversation.kind === 'room' ? { room: conversation.room } : { to: conversation.person }),
    }, id);
    this.sending.change((all) => all.filter((one) => one.id !== id));
    return result.ok ? undefined : result.error;
  }
}
