import type { RequestInput } from '../../protocol/table.ts';
import type { Signalling } from './signalling.ts';

export interface Course {
  readonly paused: boolean;
  /** 0 is the smallest picture; absent for sound. */
  readonly layer?: number;
  readonly priority: number;
}

/** Tells the server how one stream is wanted: only what changed, and always the last word last. */
export class Steering {
  readonly #signalling: Pick<Signalling, 'request'>;
  readonly #consumer: string;
  readonly #gone: () => void;
  /** Streams start paused, at their largest. */
  #told: Partial<Course> = { paused: true };
  #wanted: Course | undefined;
  #telling = false;

  /** `gone`: the server does not have the stream any more. */
  constructor(signalling: Pick<Signalling, 'request'>, consumer: string, gone: () => void) {
    this.#signalling = signalling;
    this.#consumer = consumer;
    this.#gone = gone;
  }

  get paused(): boolean {
    return this.#wanted?.paused ?? true;
  }

  steer(course: Course): void {
    this.#wanted = course;
    if (!this.#telling) void this.#tell();
  }

  /** After a lost connection: what was told may not have arrived. */
  repeat(): void {
    this.#told = {};
  }

  async #tell(): Promise<void> {
    this.#telling = true;
    for (;;) {
      const wanted = this.#wanted!;
      const change = difference(this.#told, wanted);
      if (!change) break;
      this.#told = wanted;
      const reply = await this.#signalling.request('media.consumer', { consumer: this.#consumer, ...change });
      if (reply.ok) continue;
      this.#told = {};
      if (reply.error.code === 'media.absent') this.#gone();
      break;
    }
    this.#telling = false;
  }
}

/** Layer and priority are of no use to a stream that stays paused. */
function difference(told: Partial<Course>, wanted: Course): Omit<RequestInput<'media.consumer'>, 'consumer'> | undefined {
  const change: Omit<RequestInput<'media.consumer'>, 'consumer'> = {};
  if (!wanted.paused && wanted.layer !== undefined && wanted.layer !== told.layer) change.layers = { spatial: wanted.layer };
  if (!wanted.paused && wanted.priority !== told.priority) change.priority = wanted.priority;
  if (wanted.paused !== told.paused) change.paused = wanted.paused;
  return Object.keys(change).length > 0 ? change : undefined;
}
