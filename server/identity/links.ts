import { RefusalError } from '../../protocol/errors.ts';
import type { Collection } from '../store/store.ts';
import type { LinkRecord } from './records.ts';
import { newToken, readToken, sameHash } from './tokens.ts';

const DAY_MS = 24 * 3_600_000;
const LINK_MS = 7 * DAY_MS;
/** How long a link that is over is still recognised, so that whoever comes late is told why. */
const REMEMBERED_MS = 30 * DAY_MS;

/** Links that work once: for the first administrator, and for a person to set a password. */
export class OneTimeLinks {
  readonly #records: Collection<LinkRecord>;
  readonly #now: () => number;

  constructor(records: Collection<LinkRecord>, now: () => number) {
    this.#records = records;
    this.#now = now;
  }

  /** The token of a new link; earlier ones for the same purpose and person are revoked. */
  async create(purpose: LinkRecord['purpose'], person?: string): Promise<string> {
    await this.revoke((one) => one.purpose === purpose && one.person === person);
    const { id, text, secretHash } = newToken();
    const createdAt = this.#now();
    await this.#records.put({ id, secretHash, purpose, ...(person === undefined ? {} : { person }), createdAt, expiresAt: createdAt + LINK_MS });
    return text;
  }

  /** The link behind a token that may be used now. Throws link.invalid, link.used, link.revoked, link.expired. */
  read(token: string): LinkRecord {
    const given = readToken(token);
    const record = given && this.#records.get(given.id);
    if (!given || !record || !sameHash(record.secretHash, given.secretHash)) throw new RefusalError('link.invalid');
    this.#check(record);
    return record;
  }

  /**
   * Uses a link up around the work that it allows: once only, also when two come at the same moment. When the work fails
   * the link is as before. Throws as `read` does.
   */
  async use<T>(token: string, work: (link: LinkRecord) => Promise<T>): Promise<T> {
    const { id } = this.read(token);
    const used = await this.#records.update(id, (one) => {
      this.#check(one);
      return { ...one, usedAt: this.#now() };
    });
    try {
      return await work(used);
    } catch (error) {
      await this.#records.update(id, ({ usedAt: _undone, ...one }) => one);
      throw error;
    }
  }

  async revoke(fits: (link: LinkRecord) => boolean): Promise<void> {
    const revokedAt = this.#now();
    const open = [...this.#records.all()].filter((one) => one.usedAt === undefined && one.revokedAt === undefined && fits(one));
    if (open.length > 0) await this.#records.put(...open.map((one) => ({ ...one, revokedAt })));
  }

  /** Forgets links that have been over for long. */
  async sweep(): Promise<void> {
    const now = this.#now();
    await this.#records.remove(...[...this.#records.all()].filter((one) => now >= one.expiresAt + REMEMBERED_MS).map((one) => one.id));
  }

  #check(link: LinkRecord): void {
    if (link.usedAt !== undefined) throw new RefusalError('link.used');
    if (link.revokedAt !== undefined) throw new RefusalError('link.revoked');
    if (this.#now() >= link.expiresAt) throw new RefusalError('link.expired');
  }
}
