import type { PublicationId } from '../../protocol/live/ids.ts';
import { FLOOR_CHANNEL } from '../../protocol/live/publications.ts';
import type { Publication } from '../../protocol/live/publications.ts';
import type { Wish } from './model.ts';
import { layerFor, priorityFor } from './profiles.ts';
import type { Course } from './steering.ts';

/** The width of a tile that is still to come: the smallest picture is there soonest. */
const EXPECTED_PX = 320;

/** What the tiles of this page want, and what the person chose for all of them. */
export class Wishes {
  readonly #tiles = new Map<PublicationId, Set<Wish>>();
  #expected: ReadonlySet<PublicationId> = new Set();
  readonly #changed: () => void;
  audioOnly = false;
  lowBandwidth = false;
  /** What the choice of a language means for the voices of interpreters. */
  voice: (publication: Publication) => { readonly receive: boolean; readonly paused: boolean } = () => ({ receive: false, paused: true });

  constructor(changed: () => void) {
    this.#changed = changed;
  }

  /** One tile's wish, until it is taken back. Several tiles may show the same stream; the largest counts. */
  add(publication: PublicationId, wish: Wish): () => void {
    const wishes = this.#tiles.get(publication) ?? new Set();
    wishes.add(wish);
    this.#tiles.set(publication, wishes);
    this.#changed();
    return () => {
      wishes.delete(wish);
      if (wishes.size === 0 && this.#tiles.get(publication) === wishes) this.#tiles.delete(publication);
      this.#changed();
    };
  }

  /** Tiles for these will come, and their streams are not to wait for them; replaces what was expected before. */
  expect(publications: readonly PublicationId[]): void {
    this.#expected = new Set(publications);
    this.#changed();
  }

  /** No tile has asked for anything yet. */
  get isEmpty(): boolean {
    return this.#tiles.size === 0;
  }

  /** The widest tile on screen, CSS pixels; 0: none is; undefined: nobody ever asked for it. */
  widthOf(publication: PublicationId): number | undefined {
    const wishes = this.#tiles.get(publication);
    if (!wishes) return this.#expected.has(publication) ? EXPECTED_PX : undefined;
    return Math.max(0, ...[...wishes].map((wish) => wish.visible ? wish.widthPx : 0));
  }
}

/** Whether and how a stream is received. */
export function decide(publication: Publication, wishes: Wishes, pixelRatio = globalThis.devicePixelRatio ?? 1): Course & { readonly receive: boolean } {
  const { source } = publication;
  if (publication.channel !== FLOOR_CHANNEL) return { ...wishes.voice(publication), priority: priorityFor(source, 0) };
  if (source === 'microphone' || source === 'screenAudio') return { receive: true, paused: false, priority: priorityFor(source, 0) };
  const width = wishes.widthOf(publication.id);
  const shared = source === 'screen' || source === 'document';
  const allowed = width !== undefined && (shared || !wishes.audioOnly);
  const best = layerFor(source, (width ?? 0) * pixelRatio);
  const layer = wishes.audioOnly || wishes.lowBandwidth ? 0 : best;
  return { receive: allowed && width > 0, paused: !allowed || width === 0, layer, priority: priorityFor(source, layer) };
}
