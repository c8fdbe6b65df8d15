import type { Refusal } from '../../../protocol/errors.ts';
import type { Deck } from '../../../protocol/live/decks.ts';
import type { Shape } from '../../../protocol/live/marks.ts';
import { emptyStage } from '../../../protocol/live/stage.ts';
import type { Stage, View } from '../../../protocol/live/stage.ts';
import type { LiveClient } from '../../live/client.ts';
import { newId } from '../../live/ids.ts';
import { Latest } from './latest.ts';
import { follow, lookFor, onePage, shownOf, turnAlone, zoomAlone } from './look.ts';
import type { Asked, Look, Shown } from './look.ts';
import { OwnMarks } from './ownMarks.ts';
import type { OwnMark } from './ownMarks.ts';

export interface DeckViewSnapshot {
  readonly look: Look;
  readonly asked: Asked;
  readonly waiting: readonly OwnMark[];
  /** The last thing that was refused, until it is read or something else is done. */
  readonly refused?: Refusal;
}

/** The least time between two views that a presenter sends while zooming, ms: smooth for the eye, well within the rate. */
const VIEW_EVERY_MS = 80;

/**
 * What this person does with the deck on the stage of their room: presenting, or following and browsing alone, and
 * drawing. One for each live connection, outside React, so that every part of the screen shows the same.
 */
export class DeckView {
  readonly #live: LiveClient;
  readonly #listeners = new Set<() => void>();
  readonly #pages: Latest<number>;
  readonly #views: Latest<View>;
  readonly #marks: OwnMarks;
  #snapshot: DeckViewSnapshot = { look: follow, asked: {}, waiting: [] };

  constructor(live: LiveClient) {
    this.#live = live;
    const changed = (): void => this.#set({ asked: { page: this.#pages.wanted, view: this.#views.wanted } });
    this.#pages = new Latest(async (page) => this.#told(await live.command('stage.page', { page })), changed);
    this.#views = new Latest(async (view) => this.#told(await live.command('stage.view', view)), changed, VIEW_EVERY_MS);
    this.#marks = new OwnMarks(
      ({ id, deck, page, shape }) => live.command('mark.add', { deck, page, shape: writable(shape) }, id),
      () => this.#set({ waiting: this.#marks.waiting }),
      (refused) => this.#set({ refused }),
    );
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };
  readonly getSnapshot = (): DeckViewSnapshot => this.#snapshot;

  /** Turns to a page: for everyone when this person presents, else for this screen alone. */
  turn(page: number): void {
    const { deck, stage, presenting } = this.#now();
    if (!deck) return;
    if (!presenting) return this.#look(turnAlone(this.#currentLook(stage), stage, deck, page));
    const to = onePage(deck, page);
    if (to === this.shown().page) return;
    // A view that was still to be sent was of the page before.
    this.#views.drop();
    this.#pages.want(to);
  }

  /** So many pages on or back. */
  step(pages: number): void {
    this.turn(this.shown().page + pages);
  }

  /** Zooms or moves: for everyone when this person presents, else for this screen alone. */
  zoom(view: View): void {
    const { deck, stage, presenting } = this.#now();
    if (!deck) return;
    if (presenting) this.#views.want(view);
    else this.#look(zoomAlone(this.#currentLook(stage), stage, deck, view));
  }

  /** Back to the presenter. */
  follow(): void {
    this.#look(follow);
  }

  draw(page: number, shape: Shape): void {
    const { deck, room } = this.#now();
    if (!deck) return;
    this.read();
    void this.#marks.add({ id: newId(), by: this.#live.you, room, deck: deck.id, page, shape });
  }

  async undo(page: number): Promise<void> {
    const { deck } = this.#now();
    if (deck) this.#told(await this.#live.command('mark.undo', { deck: deck.id, page }));
  }

  async clear(page: number): Promise<void> {
    const { deck } = this.#now();
    if (deck) this.#told(await this.#live.command('mark.clear', { deck: deck.id, page }));
  }

  /** Puts a deck on the stage of this room, presented by this person. */
  async present(deck: string, page = 1): Promise<boolean> {
    const done = await this.#live.command('stage.present', { deck, page });
    this.#told(done);
    return done.ok;
  }

  async hand(to: string): Promise<void> {
    this.#told(await this.#live.command('stage.hand', { to }));
  }

  async take(): Promise<void> {
    this.#told(await this.#live.command('stage.take', {}));
  }

  async stop(): Promise<void> {
    this.#told(await this.#live.command('stage.stop', {}));
  }

  async language(language: string): Promise<void> {
    this.#told(await this.#live.command('participant.language', { language }));
  }

  /** What was refused has been read. */
  read(): void {
    if (this.#snapshot.refused) this.#set({ refused: undefined });
  }

  shown(): Shown {
    const { stage } = this.#now();
    return shownOf(this.#snapshot.look, stage, this.#live.you, this.#snapshot.asked);
  }

  #currentLook(stage: Stage): Look {
    return lookFor(this.#snapshot.look, stage, this.#live.you);
  }

  #now(): { readonly stage: Stage; readonly deck?: Deck | undefined; readonly presenting: boolean; readonly room: string } {
    const state = this.#live.state();
    const room = state?.participants[this.#live.you]?.room ?? '';
    const stage = state?.stages[room] ?? emptyStage;
    return { stage, room, deck: stage.deck === undefined ? undefined : state?.decks[stage.deck], presenting: stage.presenter === this.#live.you };
  }

  #told(done: { readonly ok: true } | { readonly ok: false; readonly error: Refusal }): void {
    this.#set({ refused: done.ok ? undefined : done.error });
  }

  #look(look: Look): void {
    if (look !== this.#snapshot.look) this.#set({ look });
  }

  #set(patch: Partial<DeckViewSnapshot>): void {
    this.#snapshot = { ...this.#snapshot, ...patch };
    for (const listener of this.#listeners) listener();
  }
}

/** The protocol's input is a plain, writable shape. */
function writable(shape: Shape) {
  return shape.tool === 'text' ? { ...shape } : { ...shape, points: [...shape.points] };
}

const views = new WeakMap<LiveClient, DeckView>();

/** The one deck view of a connection. */
export function deckViewOf(live: LiveClient): DeckView {
  const known = views.get(live);
  if (known) return known;
  const view = new DeckView(live);
  views.set(live, view);
  return view;
}
