import { RefusalError } from '../../protocol/errors.ts';
import type { Log } from '../log.ts';
import type { Collection } from '../store/store.ts';
import type { GuestSignIn, PersonSignIn, SignInRecord } from './records.ts';
import { newToken, readToken, sameHash } from './tokens.ts';

const HOUR_MS = 3_600_000;
/** A person's sign-in ends this long after the last request, and at the latest after the second. */
const IDLE_MS = 12 * HOUR_MS;
export const ABSOLUTE_MS = 30 * 24 * HOUR_MS;
/** A guest's sign-in at the latest; it ends earlier with the session or the invitation. */
const GUEST_MS = 24 * HOUR_MS;
/** That somebody was here is noted at most this often: it costs a write. */
const SEEN_EVERY_MS = 5 * 60_000;

export interface Started<R extends SignInRecord = SignInRecord> {
  readonly record: R;
  /** For the cookie; it exists nowhere else. */
  readonly token: string;
}

/** A guest's seat, and until when at the latest its sign-in may last (ms); a day when nothing is said. */
export interface GuestSeat extends Pick<GuestSignIn, 'session' | 'participant' | 'name' | 'invitation'> {
  readonly expiresAt?: number;
}

/** Who is signed in, on which browser. Ending a sign-in takes effect at once; what hangs on it is told. */
export class SignIns {
  readonly #records: Collection<SignInRecord>;
  readonly #now: () => number;
  readonly #log: Log;
  readonly #listeners = new Set<(signIn: string) => void>();
  /** Asked for, not durable yet: an end that comes meanwhile must find them too. */
  readonly #starting = new Map<string, SignInRecord>();
  /** Ended in this process. A sign-in is over from here on, also when the disk cannot take its removal. */
  readonly #ended = new Set<string>();
  readonly #touching = new Set<string>();

  constructor(records: Collection<SignInRecord>, { now, log }: { readonly now: () => number; readonly log: Log }) {
    this.#records = records;
    this.#now = now;
    this.#log = log;
  }

  onEnded(listener: (signIn: string) => void): void {
    this.#listeners.add(listener);
  }

  startPerson(person: string): Promise<Started<PersonSignIn>> {
    const at = this.#now();
    return this.#start({ kind: 'person', person, createdAt: at, seenAt: at, expiresAt: at + ABSOLUTE_MS });
  }

  /** Never for longer than a day. */
  startGuest({ session, participant, name, invitation, expiresAt = Number.POSITIVE_INFINITY }: GuestSeat): Promise<Started<GuestSignIn>> {
    const at = this.#now();
    return this.#start({ kind: 'guest', session, participant, name, invitation, createdAt: at, expiresAt: Math.min(expiresAt, at + GUEST_MS) });
  }

  /** The sign-in that a cookie's token opens, unless it is over. Counts as activity. */
  find(token: string | undefined): SignInRecord | undefined {
    const given = token === undefined ? undefined : readToken(token);
    const record = given && this.#records.get(given.id);
    if (!given || !record || !sameHash(record.secretHash, given.secretHash) || this.#isOver(record)) return undefined;
    if (record.kind === 'person') this.#touch(record);
    return record;
  }

  /** Ends all that fit. Rejects with a StoreError when the disk does not take it; they are over all the same. */
  async end(fits: (record: SignInRecord) => boolean): Promise<void> {
    const ids = [...this.#records.all(), ...this.#starting.values()].filter((one) => !this.#ended.has(one.id) && fits(one)).map((one) => one.id);
    for (const id of ids) this.#ended.add(id);
    for (const id of ids) this.#tell(id);
    await this.#remove(ids);
  }

  endOne(id: string): Promise<void> {
    return this.end((one) => one.id === id);
  }

  /** Every sign-in of a person, but for the one with this id. */
  endPerson(person: string, except?: string): Promise<void> {
    return this.end((one) => one.kind === 'person' && one.person === person && one.id !== except);
  }

  /** Ends what has expired, and tries again to remove what the disk did not take before. */
  async sweep(): Promise<void> {
    await this.end((one) => this.#isOver(one));
    await this.#remove([...this.#ended].filter((id) => this.#records.has(id)));
  }

  async #start<R extends SignInRecord>(given: Omit<R, 'id' | 'secretHash'>): Promise<Started<R>> {
    const { id, text, secretHash } = newToken();
    const record = { ...given, id, secretHash } as R;
    this.#starting.set(id, record);
    try {
      await this.#records.put(record);
    } finally {
      this.#starting.delete(id);
    }
    if (this.#ended.has(id)) {
      await this.#remove([id]);
      throw new RefusalError('identity.required');
    }
    return { record, token: text };
  }

  #isOver(record: SignInRecord): boolean {
    const now = this.#now();
    return this.#ended.has(record.id) || now >= record.expiresAt || (record.kind === 'person' && now >= record.seenAt + IDLE_MS);
  }

  /** Never waited for and never in the way: a full disk must not keep anybody out. */
  #touch(record: PersonSignIn): void {
    const seenAt = this.#now();
    if (seenAt - record.seenAt < SEEN_EVERY_MS || this.#touching.has(record.id)) return;
    this.#touching.add(record.id);
    this.#records.update(record.id, (one) => (one.kind === 'person' ? { ...one, seenAt } : one))
      .catch((error: unknown) => this.#log.debug({ err: error }, 'a sign-in could not be marked as seen'))
      .finally(() => this.#touching.delete(record.id));
  }

  async #remove(ids: readonly string[]): Promise<void> {
    if (ids.length === 0) return;
    await this.#records.remove(...ids);
    for (const id of ids) if (!this.#starting.has(id)) this.#ended.delete(id);
  }

  #tell(id: string): void {
    for (const listener of this.#listeners) {
      try {
        listener(id);
      } catch (error) {
        this.#log.error({ err: error }, 'a listener of ended sign-ins failed');
      }
    }
  }
}
