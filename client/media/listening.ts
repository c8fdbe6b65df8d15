import { turnOn } from '../../protocol/live/interpretation.ts';
import type { PublicationId } from '../../protocol/live/ids.ts';
import { FLOOR_CHANNEL } from '../../protocol/live/publications.ts';
import type { Channel, Publication } from '../../protocol/live/publications.ts';
import type { SessionState } from '../../protocol/live/state.ts';
import type { RemoteStream } from './model.ts';

/** What somebody listens to: the floor or a language, and how loud the floor is under the interpreter, 0..1. */
export interface Listening {
  readonly channel: Channel;
  readonly floor: number;
}

/**
 * floor: no language was chosen; interpreter: their voice sounds; coming: it is about to; silent: nobody interprets just
 * now; lost: the interpreter's line is gone. The floor is at its full level in all but the second.
 */
export type Heard = 'floor' | 'interpreter' | 'coming' | 'silent' | 'lost';

export const toFloor: Listening = { channel: FLOOR_CHANNEL, floor: 0.2 };

/** A voice without a packet for so long, and in so many looks, does not sound: interpreters send also while they are silent. A busy page looks late. */
const STILL_MS = 700;
const STILL_LOOKS = 3;
/** Waited for the first packet before the line is called lost. */
const PATIENCE_MS = 1_500;
/** The language that one leaves goes on until the other sounds, so long as it is about to, and no longer than this. */
const OVERLAP_MS = 1_200;
/** What is not listened to is set up once the room's own sound and pictures have had their time. */
const READY_MS = 3_000;
/** As many voices are kept ready, paused, so that another language is one message away. */
const MOST_READY = 12;
/** Between two looks: while something is waited for, and while all is well. */
const LOOK_MS = 60;
const WATCH_MS = 250;

export interface ChannelsDeps {
  readonly state: () => SessionState | undefined;
  readonly you: () => string;
  /** Packets of a stream so far; undefined while it is not received. */
  readonly packets: (publication: PublicationId) => Promise<number | undefined>;
  /** Other streams are to run, or to be as loud as `level` says. */
  readonly changed: () => void;
}

interface Flow {
  packets: number;
  /** When it last grew, ms, and the looks since then. */
  at: number;
  still: number;
}

/** The languages of the interpreters: which of them runs, which is ready, and how loud everything is meanwhile. */
export class Channels {
  readonly #deps: ChannelsDeps;
  readonly #flows = new Map<PublicationId, Flow>();
  #listening = toFloor;
  #leaving: Channel | undefined;
  #since = 0;
  /** Since when a voice is waited for. */
  #expected = 0;
  #heard: Heard = 'floor';
  #isReady = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #ready: ReturnType<typeof setTimeout> | undefined;
  #looking = false;
  #isClosed = false;

  constructor(deps: ChannelsDeps) {
    this.#deps = deps;
  }

  get listening(): Listening {
    return this.#listening;
  }

  get heard(): Heard {
    return this.#heard;
  }

  listen(listening: Listening): void {
    const { channel } = this.#listening;
    this.#listening = listening;
    if (channel !== listening.channel) {
      this.#leaving = channel === FLOOR_CHANNEL || listening.channel === FLOOR_CHANNEL ? undefined : channel;
      this.#since = performance.now();
      this.#expected = this.#since;
      // Something is waited for from now on.
      clearTimeout(this.#timer);
      this.#timer = undefined;
      // What came before says nothing about whether it comes now.
      for (const { id } of this.#voices().filter((one) => one.channel === listening.channel)) {
        const flow = this.#flows.get(id);
        if (flow) Object.assign(flow, { at: -Infinity, still: STILL_LOOKS });
      }
    }
    this.follow();
    this.#deps.changed();
  }

  /** The transports stand: from now on the other languages are set up too, after a while. */
  opened(): void {
    this.#ready ??= setTimeout(() => {
      this.#isReady = true;
      this.#deps.changed();
    }, READY_MS);
  }

  /** The state has changed. */
  follow(): void {
    const { channel } = this.#listening;
    if (channel === FLOOR_CHANNEL) {
      clearTimeout(this.#timer);
      this.#timer = undefined;
      this.#hear('floor');
    } else {
      this.#judge();
      if (!this.#looking) this.#timer ??= setTimeout(() => void this.#look(), this.#pace());
    }
  }

  /** Whether and how a stream of a language is received. */
  course({ channel }: Publication): { readonly receive: boolean; readonly paused: boolean } {
    const runs = channel === this.#listening.channel || channel === this.#leaving;
    return { receive: runs || (this.#isReady && this.#voices().length <= MOST_READY), paused: !runs };
  }

  /** 0..1. Shared sound is part of the floor; a room beside it is not. */
  level({ channel, beside }: Pick<RemoteStream, 'channel' | 'beside'>): number {
    if (channel !== FLOOR_CHANNEL) return channel === this.#listening.channel || channel === this.#leaving ? 1 : 0;
    return beside || this.#heard !== 'interpreter' ? 1 : this.#listening.floor;
  }

  close(): void {
    this.#isClosed = true;
    clearTimeout(this.#timer);
    clearTimeout(this.#ready);
  }

  async #look(): Promise<void> {
    this.#timer = undefined;
    this.#looking = true;
    for (const { id } of this.#voices().filter((one) => this.#runs(one))) {
      const packets = await this.#deps.packets(id);
      const flow = this.#flows.get(id);
      if (packets === undefined) this.#flows.delete(id);
      else if (flow === undefined) this.#flows.set(id, { packets, at: packets > 0 ? performance.now() : -Infinity, still: packets > 0 ? 0 : STILL_LOOKS });
      else if (packets !== flow.packets) Object.assign(flow, { packets, at: performance.now(), still: 0 });
      else flow.still += 1;
    }
    this.#looking = false;
    if (!this.#isClosed) this.follow();
  }

  #pace(): number {
    return this.#leaving === undefined && this.#heard !== 'coming' ? WATCH_MS : LOOK_MS;
  }

  #judge(): void {
    const now = performance.now();
    const sounds = (channel: Channel | undefined): boolean => this.#voices().some((one) => one.channel === channel && this.#sounds(one, now));
    const { channel } = this.#listening;
    const silence = this.#silence(now);
    if (this.#leaving !== undefined && (sounds(channel) || silence !== 'coming' || now - this.#since > OVERLAP_MS)) {
      this.#leaving = undefined;
      this.#deps.changed();
    }
    const heard = sounds(channel) || sounds(this.#leaving) ? 'interpreter' : silence;
    if (heard !== 'coming' && heard !== 'lost') this.#expected = now;
    this.#hear(heard);
  }

  #silence(now: number): Heard {
    const state = this.#deps.state();
    const me = state?.participants[this.#deps.you()];
    const turn = state && me && turnOn(state.interpretation, this.#listening.channel, me.room);
    // An interpreter does not listen to themselves.
    if (!state || !turn || turn.interpreter === me.id) return 'silent';
    if (!state.participants[turn.interpreter]?.connected) return 'lost';
    const voice = this.#voices().find((one) => one.participant === turn.interpreter && one.channel === turn.language);
    if (!voice || voice.paused) return 'silent';
    return now - this.#expected > PATIENCE_MS ? 'lost' : 'coming';
  }

  #sounds({ id, paused, participant }: Publication, now: number): boolean {
    const flow = this.#flows.get(id);
    if (paused || !flow || this.#deps.state()?.participants[participant]?.connected !== true) return false;
    return now - flow.at < STILL_MS || flow.still < STILL_LOOKS;
  }

  #runs({ channel }: Publication): boolean {
    return channel === this.#listening.channel || channel === this.#leaving;
  }

  #voices(): readonly Publication[] {
    return Object.values(this.#deps.state()?.publications ?? {}).filter((one) => one.channel !== FLOOR_CHANNEL);
  }

  #hear(heard: Heard): void {
    if (heard === this.#heard) return;
    this.#heard = heard;
    this.#deps.changed();
  }
}
