import { createHash } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { z } from 'zod';
import { RefusalError } from '../../protocol/errors.ts';
import { hash } from '../../protocol/fields.ts';
import { limits } from '../../protocol/limits.ts';
import type { NeededFiles } from '../files/needed.ts';
import type { Collection, Store } from '../store/store.ts';

const record = z.strictObject({ id: hash });
type FileRecord = z.infer<typeof record>;

/** With every signature a copy grows by some tens of kilobytes. */
const MAX_BYTES = limits.ceremonyTextBytes * 6;

/**
 * The texts, copies and records of ceremonies. Whatever the log of one names stays, every revision of a copy included: that is what the
 * log's hashes are worth.
 */
export class CeremonyFiles {
  readonly #store: Store;
  readonly #needed: NeededFiles;
  readonly #records: Collection<FileRecord>;
  readonly #claims = new Set<string>();

  private constructor(store: Store, needed: NeededFiles, records: Collection<FileRecord>) {
    this.#store = store;
    this.#needed = needed;
    this.#records = records;
    for (const { id } of records.all()) this.#claims.add(id);
    needed.register((asked) => this.#claims.has(asked));
  }

  static async open(store: Store, needed: NeededFiles): Promise<CeremonyFiles> {
    return new CeremonyFiles(store, needed, await store.collection('ceremony-files', record));
  }

  /** Keeps a file before the log names it: a crash in between leaves a file too many, never one too few. Answers its hash. */
  async keep(content: Uint8Array): Promise<string> {
    const { hash: id } = await this.#store.files.put(once(content), { maxBytes: MAX_BYTES });
    await this.#needed.place(id, async () => {
      if (!(await this.#store.files.has(id))) throw new RefusalError('store.io');
      this.#claims.add(id);
      await this.#records.put({ id });
    });
    return id;
  }

  /** The bytes of a file, which are those of its name or none: ceremony.altered. */
  async read(id: string): Promise<Buffer> {
    const content = await buffer((await this.#store.files.open(id)).stream);
    if (createHash('sha256').update(content).digest('hex') !== id) throw new RefusalError('ceremony.altered');
    return content;
  }
}

async function* once(content: Uint8Array): AsyncGenerator<Uint8Array> {
  yield content;
}
