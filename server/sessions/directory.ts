import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import { kindName, role } from '../../protocol/fields.ts';
import { isStranger } from '../../protocol/live/participants.ts';
import type { ParticipantId, SessionId } from '../../protocol/live/ids.ts';
import type { SessionState } from '../../protocol/live/state.ts';
import type { LiveHost } from '../live/host.ts';
import type { Change, LiveSession } from '../live/session.ts';
import type { Log } from '../log.ts';
import { StoreError } from '../store/errors.ts';
import type { Collection, Store } from '../store/store.ts';

const info = z.object({
  id: z.string(), kind: kindName, administration: z.string(), createdBy: z.string(), title: z.string(), languages: z.array(z.string()),
  startsAt: z.number(), endsAt: z.number(), zone: z.string(), lobby: z.boolean(), phase: z.enum(['scheduled', 'open', 'live', 'ended']),
  locked: z.boolean(), serves: z.string().optional(), startedAt: z.number().optional(), endedAt: z.number().optional(),
});

const entry = z.object({
  id: z.string(),
  /** The last event of the log that is in here. */
  seq: z.int(),
  info,
  /** By participant: who is on the list, so that a person's sessions are found without opening their logs. */
  seats: z.record(z.string(), z.object({ role, presence: z.enum(['expected', 'in', 'left', 'removed', 'banned']), stranger: z.literal(true).optional() })),
});
export type DirectoryEntry = z.infer<typeof entry>;

/** How long an entry that could not be written waits for the next try, ms. */
const RETRY_MS = 5_000;

/**
 * What is known of every session without opening its log. It follows the logs, which are the truth: entries are written
 * after the events, many changes in one write, and one that fell behind when the process died is made again on opening.
 */
export class Directory {
  readonly #entries: Collection<DirectoryEntry>;
  readonly #log: Log;
  /** Newest states that are not written yet. */
  readonly #waiting = new Map<SessionId, SessionState>();
  readonly #writing = new Map<SessionId, Promise<void>>();
  #closed = false;

  private constructor(entries: Collection<DirectoryEntry>, log: Log) {
    this.#entries = entries;
    this.#log = log;
  }

  static async open(store: Store, log: Log): Promise<Directory> {
    return new Directory(await store.collection('sessions', entry), log);
  }

  has(id: SessionId): boolean {
    return this.#entries.has(id);
  }

  /** As things stand, also where that is not written yet. */
  get(id: SessionId): DirectoryEntry | undefined {
    const written = this.#entries.get(id);
    const newer = this.#waiting.get(id);
    return written && newer ? entryOf(newer) : written;
  }

  *all(): Iterable<DirectoryEntry> {
    for (const { id } of this.#entries.all()) yield this.get(id)!;
  }

  get size(): number {
    return this.#entries.size;
  }

  /** The sessions in which this participant has a seat and from which they are not banned. */
  *of(participant: ParticipantId): Iterable<DirectoryEntry> {
    for (const one of this.all()) {
      const seat = one.seats[participant];
      if (seat && seat.presence !== 'banned') yield one;
    }
  }

  /** Keeps up with what happens; called for every change and never waited for. */
  follow(live: LiveSession, change: Change): void {
    const { before, after } = change;
    if (before.session === after.session && before.participants === after.participants) return;
    this.#note(live.id, after);
    this.#write(live.id).catch((error: unknown) => this.#failed(live.id, error));
  }

  /** The first entry of a session; it exists once this has resolved. Rejects with a StoreError. */
  async add(live: LiveSession): Promise<void> {
    this.#note(live.id, live.state);
    try {
      await this.#write(live.id);
    } catch (error) {
      // Its maker is told that there is no such session; then there must not be one later.
      this.#waiting.delete(live.id);
      throw error;
    }
  }

  /** Waits until everything that was noted has been tried to write. */
  async settled(): Promise<void> {
    while (this.#writing.size > 0) await Promise.allSettled(this.#writing.values());
  }

  /**
   * Brings entries up to date that a crash left behind. Sessions in which people may be sitting are opened, so that their
   * seats time out; of the others only the end of the log is looked at. What has ended does not change any more.
   */
  async catchUp(store: Store, host: LiveHost): Promise<void> {
    for (const one of this.#entries.all()) {
      if (one.info.phase === 'ended') continue;
      try {
        if (one.info.phase === 'scheduled' && (await headOf(store, one.id)) === one.seq) continue;
        const live = await host.get(one.id);
        // What can still be read of a damaged log is older than what is known here.
        if (live.damaged) throw new StoreError('log.damaged', `The log of ${one.id} is damaged`);
        this.#note(one.id, live.state);
        await this.#write(one.id);
      } catch (error) {
        this.#log.error({ err: error, session: one.id }, 'a session cannot be opened');
      }
    }
  }

  async close(): Promise<void> {
    this.#closed = true;
    await this.settled();
  }

  #note(id: SessionId, state: SessionState): void {
    this.#waiting.set(id, state);
  }

  /** One write a session at a time; whatever comes meanwhile goes with the next one. */
  #write(id: SessionId): Promise<void> {
    const writing = this.#writing.get(id);
    if (writing) return writing;
    const work = this.#drain(id);
    this.#writing.set(id, work);
    return work;
  }

  async #drain(id: SessionId): Promise<void> {
    // What happens in the same turn goes into one write; and nothing below runs before the caller has noted this work.
    await Promise.resolve();
    try {
      for (let state = this.#waiting.get(id); state; state = this.#waiting.get(id)) {
        await this.#put(id, state);
      }
    } finally {
      this.#writing.delete(id);
    }
  }

  async #put(id: SessionId, state: SessionState): Promise<void> {
    const next = entryOf(state);
    if (!sameBut(this.#entries.get(id), next)) await this.#entries.put(next);
    if (this.#waiting.get(id) === state) this.#waiting.delete(id);
  }

  #failed(id: SessionId, error: unknown): void {
    // Whoever schedules a session is told of a failure; an entry that exists is only late.
    if (this.#closed || !this.#entries.has(id)) return;
    this.#log.warn({ err: error, session: id }, 'the directory of sessions is behind');
    setTimeout(() => void this.#write(id).catch((again: unknown) => this.#failed(id, again)), RETRY_MS).unref();
  }
}

async function headOf(store: Store, id: SessionId): Promise<number> {
  const log = await store.log(id);
  const { seq } = log.head;
  await log.close();
  return seq;
}

function entryOf(state: SessionState): DirectoryEntry {
  return {
    id: state.session.id,
    seq: state.seq,
    info: { ...state.session, languages: [...state.session.languages] },
    seats: Object.fromEntries(Object.values(state.participants).map((one) => [
      one.id, { role: one.role, presence: one.presence, ...(isStranger(one) ? { stranger: true as const } : {}) },
    ])),
  };
}

/** Nothing but the number of the last event differs; while a session runs that alone is not worth a write. */
function sameBut(known: DirectoryEntry | undefined, next: DirectoryEntry): boolean {
  return known !== undefined && known.info.phase !== 'scheduled'
    && isDeepStrictEqual({ ...known, seq: 0 }, { ...next, seq: 0 });
}
