import type { ParticipantId } from '../../../protocol/live/ids.ts';
import type { Freeze } from '../../../protocol/observation/cameras.ts';
import type { LiveClient } from '../../live/client.ts';
import { useLive } from '../../live/context.tsx';
import { Cell, useCell } from '../../room/live/cell.ts';
import { perClient } from './perClient.ts';

/**
 * What this page holds of a frozen picture. late: the page came after the freeze; unseen: it showed no picture of that camera at
 * that moment.
 */
export type Held =
  | { readonly freeze: string; readonly frame: HTMLCanvasElement }
  | { readonly freeze: string; readonly missing: 'late' | 'unseen' };

/**
 * The last picture that this page has shown of a camera when it was frozen. It is taken in the same turn in which the page learns of
 * the freeze, outside of React, so that it does not depend on which tiles are drawn afterwards.
 */
class FreezeFrames {
  readonly held = new Cell<Held | undefined>(undefined);
  readonly #live: LiveClient;
  readonly #videos = new Map<ParticipantId, Set<HTMLVideoElement>>();

  constructor(live: LiveClient) {
    this.#live = live;
    const frozen = this.#frozen();
    if (frozen) this.held.set({ freeze: frozen.id, missing: 'late' });
    live.subscribe(() => this.#step());
  }

  /** A tile plays the picture of a camera; until the answered function is called. */
  watch(camera: ParticipantId, video: HTMLVideoElement): () => void {
    const videos = this.#videos.get(camera) ?? new Set();
    videos.add(video);
    this.#videos.set(camera, videos);
    return () => videos.delete(video);
  }

  #step(): void {
    const frozen = this.#frozen();
    if (frozen?.id === this.held.get()?.freeze) return;
    if (!frozen) return this.held.set(undefined);
    const frame = this.#take(frozen.camera);
    this.held.set(frame ? { freeze: frozen.id, frame } : { freeze: frozen.id, missing: 'unseen' });
  }

  #frozen(): Freeze | undefined {
    return this.#live.state()?.observation.cameras.frozen;
  }

  #take(camera: ParticipantId): HTMLCanvasElement | undefined {
    const showing = [...this.#videos.get(camera) ?? []].filter((video) => video.readyState >= HTMLMediaElement.HAVE_CURRENT_DATA && video.videoWidth > 0);
    const best = showing.toSorted((a, b) => b.videoWidth - a.videoWidth)[0];
    if (!best) return undefined;
    const frame = document.createElement('canvas');
    frame.width = best.videoWidth;
    frame.height = best.videoHeight;
    frame.getContext('2d')?.drawImage(best, 0, 0);
    return frame;
  }
}

export const freezeFramesOf = perClient((live) => new FreezeFrames(live));

export function useHeldFrame(): Held | undefined {
  return useCell(freezeFramesOf(useLive()).held);
}
