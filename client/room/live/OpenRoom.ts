import type { Refusal } from '../../../protocol/errors.ts';
import { conversationOfRoom } from '../../../protocol/live/chat.ts';
import type { ConversationId } from '../../../protocol/live/chat.ts';
import type { ParticipantId, RoomId } from '../../../protocol/live/ids.ts';
import { FLOOR_CHANNEL } from '../../../protocol/live/publications.ts';
import type { Reaction } from '../../../protocol/live/reactions.ts';
import type { LiveClient } from '../../live/client.ts';
import { newId } from '../../live/ids.ts';
import type { MediaEngine } from '../../media/engine.ts';
import { withPerson } from '../chat/unread.ts';
import type { Conversation } from '../chat/unread.ts';
import { followsRoom } from '../stage/plan.ts';
import type { OwnView } from '../stage/plan.ts';
import { Cell } from './cell.ts';
import { Door } from './Door.ts';
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

export type RoomDialog = 'settings' | 'document' | 'end' | 'keys';

/** What this page knows of the room beside the session's state: its own view, what passes, what is being written. */
export class OpenRoom {
  readonly live: LiveClient;
  readonly media: MediaEngine;
  readonly door: Door;
  readonly view = new Cell<OwnView>(followsRoom);
  readonly speaking: Speaking;
  readonly reading: Reading;
  readonly reactions = new Passing<Reaction>(REACTION_MS);
  readonly typing = new Passing<true>(TYPING_MS);
  /** The panel that is open; undefined: none. */
  readonly panel = new Cell<string | undefined>(undefined);
  readonly dialog = new Cell<RoomDialog | undefined>(undefined);
  /** Whether a kind's own view takes the place of the stage; undefined: on a phone it does. */
  readonly stageView = new Cell<boolean | undefined>(undefined);
  /** The conversation that somebody chose; undefined: the room's. */
  readonly conversation = new Cell<Conversation | undefined>(undefined);
  readonly sending = new Cell<readonly Sending[]>([]);
  readonly drafts = new Map<ConversationId, string>();
  /** What the microphone's key does for who has the turn in a booth: their voice there is what they open and close. */
  readonly voice = new Cell<(() => void) | undefined>(undefined);
  /** The microphone was silenced by somebody else and has not been opened again. */
  readonly mutedByHost = new Cell(false);
  readonly #ends: readonly (() => void)[];
  #lastPanel = 'people';

  constructor(live: LiveClient, media: MediaEngine) {
    this.live = live;
    this.media = media;
    this.door = new Door(live, media);
    this.speaking = new Speaking(live);
    this.reading = new Reading(live, live.session);
    this.#ends = [
      live.onSignal((name, from, payload) => {
        if (name === 'reaction.sent' && 'reaction' in payload) this.reactions.show(from, payload.reaction);
        if (name === 'chat.typing') this.typing.show(from, true);
      }),
      live.onNotice('state.events', ({ events }) => {
        for (const event of events) {
          // Who has sent it no longer writes it.
          if (event.type === 'chat.sent') this.typing.hide(event.actor);
          if (event.type === 'media.paused' && event.actor !== live.you && this.#isMine(event.data.publication, 'microphone')) this.mutedByHost.set(true);
          if (event.type === 'media.resumed' && this.#isMine(event.data.publication, 'microphone')) this.mutedByHost.set(false);
        }
      }),
      this.panel.subscribe(() => {
        this.#lastPanel = this.panel.get() ?? this.#lastPanel;
      }),
    ];
  }

  close(): void {
    for (const end of this.#ends) end();
    this.speaking.close();
    this.reading.close();
    this.reactions.close();
    this.typing.close();
    this.door.close();
    this.media.close();
    this.live.close();
  }

  /** Muted the device stays open, so that one is heard again at once. */
  toggleMicrophone(): void {
    const voice = this.voice.get();
    if (voice) return voice();
    const { local, aside } = this.media.getSnapshot();
    // While one speaks beside the floor, the floor waits.
    if (aside) return;
    const { state } = local.microphone;
    void this.media.set('microphone', state === 'on' || state === 'starting' ? 'muted' : 'on');
  }

  /** Off means off: the light beside the camera goes out. */
  toggleCamera(): void {
    const { state } = this.media.getSnapshot().local.camera;
    void this.media.set('camera', state === 'on' || state === 'starting' ? 'off' : 'on');
  }

  /** The next camera of this machine: front and back on a phone. */
  nextCamera(): void {
    const { available, chosen } = this.media.getSnapshot().devices.camera;
    const next = available[(available.findIndex((one) => one.id === chosen) + 1) % Math.max(1, available.length)];
    if (next) void this.media.choose('camera', next.id);
  }

  /** A quick signal; it stands beside one's own name too. */
  react(reaction: Reaction): void {
    this.live.signal('reaction.sent', { reaction });
    this.reactions.show(this.live.you, reaction);
  }

  togglePin(one: ParticipantId): void {
    this.view.change((view) => ({ ...view, pinned: view.pinned.includes(one) ? view.pinned.filter((each) => each !== one) : [...view.pinned, one] }));
  }

  /** Opens the panel that was open last, or the one in which something waits; or closes it. */
  togglePanel(waits?: string): void {
    this.panel.set(this.panel.get() === undefined ? waits ?? this.#lastPanel : undefined);
  }

  /** Opens a panel, or closes it when it is the one that is open. */
  showPanel(id: string): void {
    this.panel.set(this.panel.get() === id ? undefined : id);
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
      text, ...(conversation.kind === 'room' ? { room: conversation.room } : conversation.kind === 'person' ? { to: conversation.person } : { toDelegation: true }),
    }, id);
    this.sending.change((all) => all.filter((one) => one.id !== id));
    return result.ok ? undefined : result.error;
  }

  #isMine(publication: string, source: string): boolean {
    const one = this.live.state()?.publications[publication];
    return one?.participant === this.live.you && one.source === source && one.channel === FLOOR_CHANNEL;
  }
}
