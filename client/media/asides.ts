import type { RoomId } from '../../protocol/live/ids.ts';
import type { LocalSource } from './model.ts';
import type { Desire, Sender } from './sender.ts';

/** Where this page's voice goes besides the floor. */
export interface Aside {
  readonly room: RoomId;
  readonly source: LocalSource;
  /** The microphone on the floor was open, and opens again afterwards. */
  readonly floorWaits: boolean;
}

export interface AsidesDeps {
  readonly floor: Pick<Sender, 'desire' | 'want'>;
  /** The microphone as it is sent to an alongside room. */
  readonly sender: (room: RoomId, changed: (source: LocalSource) => void) => Sender;
  readonly changed: (aside: Aside | undefined) => void;
}

const off: LocalSource = { state: 'off' };

/**
 * The microphone in rooms beside the floor, one at a time. While one speaks there the floor hears nothing: its microphone is silenced
 * before the other opens, and opens again only after the other is silent.
 */
export class Asides {
  readonly #deps: AsidesDeps;
  readonly #senders = new Map<RoomId, Sender>();
  readonly #states = new Map<RoomId, LocalSource>();
  #room: RoomId | undefined;
  /** What the microphone on the floor goes back to. */
  #floor: Desire = 'off';

  constructor(deps: AsidesDeps) {
    this.#deps = deps;
  }

  get senders(): readonly Sender[] {
    return [...this.#senders.values()];
  }

  get isOn(): boolean {
    return this.#room !== undefined;
  }

  /** Resolves when device and server are there; false: they cannot get there. */
  async speakTo(room: RoomId | undefined): Promise<boolean> {
    const before = this.#room;
    if (before === room) return true;
    if (room === undefined) {
      await this.#end();
      return true;
    }
    if (before === undefined) this.#floor = this.#deps.floor.desire;
    this.#room = room;
    // Both take effect on the tracks at once, in this order; what the server is told follows.
    const floor = this.#deps.floor.desire === 'on' ? this.#deps.floor.want('muted') : undefined;
    const last = before === undefined ? undefined : this.#senders.get(before)?.want('muted');
    this.#tell();
    await Promise.all([floor, last, this.#sender(room).want('on')]);
    return this.#states.get(room)?.state !== 'blocked';
  }

  /** What the microphone on the floor is to be, while it waits: it is never open meanwhile. */
  wantFloor(desire: Desire): Promise<void> {
    this.#floor = desire;
    this.#tell();
    return this.#deps.floor.want(desire === 'on' ? 'muted' : desire);
  }

  close(): void {
    for (const sender of this.#senders.values()) sender.close();
  }

  async #end(): Promise<void> {
    const sender = this.#room === undefined ? undefined : this.#senders.get(this.#room);
    this.#room = undefined;
    const silent = sender?.desire === 'on' ? sender.want('muted') : undefined;
    const floor = this.#floor === 'on' && this.#deps.floor.desire === 'muted' ? this.#deps.floor.want('on') : undefined;
    this.#tell();
    await Promise.all([silent, floor]);
  }

  #sender(room: RoomId): Sender {
    let sender = this.#senders.get(room);
    if (!sender) {
      sender = this.#deps.sender(room, (source) => this.#changed(room, source));
      this.#senders.set(room, sender);
    }
    return sender;
  }

  #changed(room: RoomId, source: LocalSource): void {
    this.#states.set(room, source);
    if (room !== this.#room) return;
    // The device cannot be had, or the room or the right to speak in it is gone: back to the floor.
    if (source.state === 'off' || source.state === 'blocked') void this.#end();
    else this.#tell();
  }

  #tell(): void {
    const room = this.#room;
    this.#deps.changed(room === undefined ? undefined : { room, source: this.#states.get(room) ?? off, floorWaits: this.#floor === 'on' });
  }
}
