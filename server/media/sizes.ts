import type { PublicationId } from '../../protocol/live/ids.ts';
import type { MediaPeer, Sent } from './peer.ts';
import type { SessionMedia } from './session.ts';

/** A size that nobody has received for so long is not made any more; one that is asked for is made at once. */
const REST_MS = 3_000;

/**
 * Tells senders which sizes of their pictures anybody receives: making the largest for nobody costs a phone most of its
 * battery and a small machine its whole time.
 */
export class Sizes {
  readonly #session: SessionMedia;
  /** What senders were told, and when they will be told of less. */
  readonly #told = new Map<PublicationId, number>();
  readonly #resting = new Map<PublicationId, NodeJS.Timeout>();

  constructor(session: SessionMedia) {
    this.#session = session;
  }

  /** Somebody receives this stream in another way, or not at all any more; or it is new. */
  look(publication: PublicationId): void {
    const found = this.#sender(publication);
    if (!found || found.sent.producer.type !== 'simulcast') return this.#forget(publication);
    const largest = found.sent.producer.rtpParameters.encodings!.length - 1;
    const wanted = this.#wanted(publication, largest);
    const told = this.#told.get(publication) ?? largest;
    if (wanted >= told) {
      this.#rest(publication);
      if (wanted > told) this.#tell(found.peer, publication, wanted);
    } else if (!this.#resting.has(publication)) {
      this.#resting.set(publication, setTimeout(() => {
        this.#resting.delete(publication);
        this.#tell(found.peer, publication, this.#wanted(publication, largest));
      }, REST_MS).unref());
    }
  }

  close(): void {
    for (const publication of this.#resting.keys()) this.#rest(publication);
  }

  #tell(peer: MediaPeer, publication: PublicationId, most: number): void {
    if (peer.closed || this.#told.get(publication) === most) return;
    this.#told.set(publication, most);
    this.#session.notify(this.#session.live.id, peer.participant, 'media.sizes', { publication, most });
  }

  #wanted(publication: PublicationId, largest: number): number {
    const consumers = this.#session.peers.flatMap((peer) => peer.receiving(publication)?.consumer ?? []).filter((one) => !one.paused);
    return Math.max(0, ...consumers.map((one) => Math.min(largest, one.preferredLayers?.spatialLayer ?? largest)));
  }

  #sender(publication: PublicationId): { readonly peer: MediaPeer; readonly sent: Sent } | undefined {
    for (const peer of this.#session.peers) {
      const sent = peer.sent.get(publication);
      if (sent && peer.purpose === 'session') return { peer, sent };
    }
    return undefined;
  }

  #rest(publication: PublicationId): void {
    clearTimeout(this.#resting.get(publication));
    this.#resting.delete(publication);
  }

  #forget(publication: PublicationId): void {
    this.#rest(publication);
    this.#told.delete(publication);
  }
}
