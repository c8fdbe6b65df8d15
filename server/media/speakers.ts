import type { AudioLevelObserver, Router } from 'mediasoup/types';
import type { ParticipantId, PublicationId, RoomId } from '../../protocol/live/ids.ts';

export interface Speaker {
  readonly participant: ParticipantId;
  /** dBov, -127..0. */
  readonly volume: number;
}

const INTERVAL_MS = 400;
/** Quieter is noise. The level is the mean of an interval, its silent packets included: a short word lies near -60. */
const THRESHOLD_DBOV = -75;
const MOST = 6;
/** While the same people go on speaking, those who have come meanwhile learn of it within this time. */
const REPEAT_MS = 2_000;

interface Room {
  readonly observer: AudioLevelObserver;
  readonly producers: Set<PublicationId>;
  told: string;
  at: number;
}

/** Who speaks in each room. An observer cannot tell rooms apart, so every room in use has its own. */
export class Speakers {
  readonly #router: Router;
  readonly #tell: (room: RoomId, speakers: Speaker[]) => void;
  readonly #rooms = new Map<RoomId, Room>();
  readonly #places = new Map<PublicationId, { readonly room: RoomId; readonly participant: ParticipantId }>();
  /** One change after the other, so that a quick move there and back ends where it should. */
  #queue = Promise.resolve();

  constructor(router: Router, tell: (room: RoomId, speakers: Speaker[]) => void) {
    this.#router = router;
    this.#tell = tell;
  }

  /** A microphone is heard in this room from now on; undefined: nowhere. */
  place(producer: PublicationId, participant: ParticipantId, room: RoomId | undefined): void {
    const before = this.#places.get(producer);
    if (before?.room === room) return;
    if (room === undefined) this.#places.delete(producer);
    else this.#places.set(producer, { room, participant });
    this.#queue = this.#queue.then(() => this.#move(producer, before?.room, room)).catch(() => {
      // The stream or the router went in the meantime, and its place with it.
    });
  }

  remove(producer: PublicationId): void {
    const place = this.#places.get(producer);
    if (place) this.place(producer, place.participant, undefined);
  }

  async #move(producer: PublicationId, from: RoomId | undefined, to: RoomId | undefined): Promise<void> {
    if (this.#router.closed) return;
    if (from !== undefined) await this.#leave(producer, from);
    if (to === undefined) return;
    const room = this.#rooms.get(to) ?? await this.#open(to);
    room.producers.add(producer);
    await room.observer.addProducer({ producerId: producer });
  }

  async #leave(producer: PublicationId, from: RoomId): Promise<void> {
    const room = this.#rooms.get(from);
    if (!room?.producers.delete(producer)) return;
    if (room.producers.size > 0) {
      // A closed producer has left by itself.
      await room.observer.removeProducer({ producerId: producer }).catch(() => undefined);
      return;
    }
    this.#rooms.delete(from);
    room.observer.close();
    this.#say(from, room, []);
  }

  async #open(id: RoomId): Promise<Room> {
    const observer = await this.#router.createAudioLevelObserver({ maxEntries: MOST, threshold: THRESHOLD_DBOV, interval: INTERVAL_MS });
    const room: Room = { observer, producers: new Set(), told: '', at: 0 };
    this.#rooms.set(id, room);
    observer.on('volumes', (volumes) => {
      this.#say(id, room, volumes.flatMap(({ producer, volume }) => {
        const place = this.#places.get(producer.id);
        return place?.room === id ? [{ participant: place.participant, volume }] : [];
      }));
    });
    observer.on('silence', () => this.#say(id, room, []));
    return room;
  }

  #say(id: RoomId, room: Room, speakers: Speaker[]): void {
    const told = speakers.map((one) => one.participant).join(' ');
    const now = Date.now();
    if (told === room.told && (told === '' || now - room.at < REPEAT_MS)) return;
    room.told = told;
    room.at = now;
    this.#tell(id, speakers);
  }
}
