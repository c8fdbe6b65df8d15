import type { ConversationId } from '../../../protocol/live/chat.ts';
import type { SessionId } from '../../../protocol/live/ids.ts';
import type { LiveClient } from '../../live/client.ts';
import { markRead } from '../chat/unread.ts';
import type { Reads } from '../chat/unread.ts';
import { Cell } from './cell.ts';
import { recall, store } from './memory.ts';

/** How far the chat has been read on this page; kept over a reload. */
export class Reading {
  readonly cell: Cell<Reads>;
  readonly #key: string;
  readonly #live: LiveClient;
  readonly #end: () => void;
  /** The conversation that is on the screen: what arrives in it is read at once. */
  #open: ConversationId | undefined;

  constructor(live: LiveClient, session: SessionId) {
    this.#live = live;
    this.#key = `reads.${session}`;
    this.cell = new Cell<Reads>(parse(recall(this.#key)) ?? { since: 0, read: {} });
    const ends = [
      live.subscribe(() => this.#step()),
      this.cell.subscribe(() => store(this.#key, JSON.stringify(this.cell.get()))),
    ];
    document.addEventListener('visibilitychange', this.#step);
    this.#end = () => {
      for (const end of ends) end();
      document.removeEventListener('visibilitychange', this.#step);
    };
  }

  /** undefined: no conversation is on the screen. */
  open(conversation: ConversationId | undefined): void {
    this.#open = conversation;
    this.#step();
  }

  close(): void {
    this.#end();
  }

  readonly #step = (): void => {
    const state = this.#live.state();
    if (!state || state.participants[this.#live.you]?.presence !== 'in') return;
    // The first time inside: what was said before was not said to this person.
    if (this.cell.get().since === 0) this.cell.change((reads) => ({ ...reads, since: state.seq }));
    const open = this.#open;
    if (open !== undefined && document.visibilityState === 'visible') this.cell.change((reads) => markRead(reads, state.chat, open));
  };
}

/** What an older version of the page stored, or somebody's hand, is not trusted. */
function parse(text: string | null): Reads | undefined {
  if (text === null) return undefined;
  try {
    const value = JSON.parse(text) as Partial<Reads> | null;
    if (typeof value?.since !== 'number' || typeof value.read !== 'object' || value.read === null) return undefined;
    return { since: value.since, read: Object.fromEntries(Object.entries(value.read).filter(([, seq]) => typeof seq === 'number')) };
  } catch {
    return undefined;
  }
}
