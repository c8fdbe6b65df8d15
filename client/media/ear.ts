import { Hearing } from './hearing.ts';
import type { Heard } from './hearing.ts';
import { openLevelMeter } from './level.ts';
import type { LevelMeter } from './level.ts';
import type { LocalSource } from './model.ts';

/** Listens to one's own microphone: for the level meter, and for the notices that one is muted or not heard. */
export class Ear {
  readonly #heard: (heard: Heard) => void;
  readonly #listeners = new Set<(db: number | undefined) => void>();
  #track: MediaStreamTrack | undefined;
  #meter: LevelMeter | undefined;
  #muted = false;

  constructor(heard: (heard: Heard) => void) {
    this.#heard = heard;
  }

  /** dBFS; undefined while nothing is known. Answers how to stop. */
  onLevel(listener: (db: number | undefined) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** The microphone as it is now. */
  follow(microphone: LocalSource): void {
    const track = 'track' in microphone ? microphone.track : undefined;
    this.#muted = microphone.state === 'muted';
    if (track === this.#track) return;
    this.close();
    this.#track = track;
    if (!track) return;
    const hearing = new Hearing(performance.now());
    this.#meter = openLevelMeter(track);
    this.#meter.onLevel((db) => {
      for (const listener of this.#listeners) listener(db);
      this.#heard(hearing.hear(performance.now(), { db, muted: this.#muted, dead: track.muted }));
    });
  }

  close(): void {
    this.#meter?.close();
    this.#meter = undefined;
    if (this.#track) for (const listener of this.#listeners) listener(undefined);
    this.#track = undefined;
    this.#heard({ speakingWhileMuted: false, silentMicrophone: false });
  }
}
