import { holds } from '../../../protocol/live/audience.ts';
import type { SessionState } from '../../../protocol/live/state.ts';
import type { LiveClient } from '../../live/client.ts';
import type { MediaEngine } from '../../media/engine.ts';
import { Cell } from './cell.ts';
import { forget, recall, store } from './memory.ts';

/** Outside the page looks in without knocking; wanting in, it knocks as soon as the door would open. */
export type Wish = 'outside' | 'in' | 'left';

/** Going in, by oneself once it is possible, again after a reload, and out. */
export class Door {
  readonly wish = new Cell<Wish>('outside');
  /** Chosen before the door, and not told yet. */
  #deckLanguage: string | undefined;
  readonly #live: LiveClient;
  readonly #media: MediaEngine;
  readonly #key: string;
  readonly #ends: readonly (() => void)[];
  #seated = false;
  #knocking = false;
  /** The door was closed with the session like this; it is tried again when something has changed. */
  #refusedIn: SessionState | undefined;

  constructor(live: LiveClient, media: MediaEngine) {
    this.#live = live;
    this.#media = media;
    this.#key = `seat.${live.session}`;
    this.#ends = [
      live.subscribe(() => this.#step()),
      live.onJoin(() => {
        this.#seated = true;
      }),
    ];
    // The page was loaded again: back to the seat, with what was on, without a question.
    if (recall(this.#key) === 'in') {
      void media.restore();
      this.enter();
    }
  }

  get deckLanguage(): string | undefined {
    return this.#deckLanguage;
  }

  chooseDeckLanguage(language: string): void {
    this.#deckLanguage = language;
  }

  /** From here on the page goes in whenever the session lets it. */
  enter(): void {
    store(this.#key, 'in');
    this.wish.set('in');
    if (this.#live.state() === undefined) void this.#knock();
    else this.#step();
  }

  /** Waits no longer for a door that is still closed. */
  stay(): void {
    forget(this.#key);
    this.wish.set('outside');
  }

  async leave(): Promise<void> {
    forget(this.#key);
    this.wish.set('left');
    // Nothing is sent any more from this moment, whatever the line does.
    this.#media.close();
    await this.#live.leave();
  }

  close(): void {
    for (const end of this.#ends) end();
  }

  #step(): void {
    const { status, state, you, code } = this.#live.getSnapshot();
    if (status === 'gone') return forget(this.#key);
    if (this.#seated) this.#tellLanguage();
    if (code === 'session.notOpen' || code === 'session.locked') this.#seated = false;
    if (this.wish.get() !== 'in' || status !== 'joined' || this.#seated || this.#knocking || state === this.#refusedIn) return;
    if (state && isDoorOpen(state, you)) void this.#knock();
  }

  async #knock(): Promise<void> {
    this.#knocking = true;
    this.#refusedIn = undefined;
    await this.#live.enter();
    this.#knocking = false;
    if (!this.#seated) this.#refusedIn = this.#live.state();
  }

  /** What was chosen before the door can be said only inside. */
  #tellLanguage(): void {
    const language = this.#deckLanguage;
    const me = this.#live.state()?.participants[this.#live.you];
    if (language === undefined || me?.presence !== 'in') return;
    this.#deckLanguage = undefined;
    if (me.language !== language) void this.#live.command('participant.language', { language });
  }
}

/** Whether knocking would lead in, or at least to the lobby. The server alone decides; this spares it vain questions. */
export function isDoorOpen(state: SessionState, you: string): boolean {
  const me = state.participants[you];
  if (!me || state.session.phase === 'ended') return false;
  if (me.presence === 'in' || holds(state, me, 'session.manage')) return true;
  return state.session.phase !== 'scheduled' && !state.session.locked;
}
