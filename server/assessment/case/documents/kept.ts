import { z } from 'zod';
import type { CaseDocumentId } from '../../../../protocol/assessment/case/ids.ts';
import { hash } from '../../../../protocol/fields.ts';
import type { SessionId } from '../../../../protocol/live/ids.ts';
import { RefusalError } from '../../../../protocol/errors.ts';
import type { NeededFiles } from '../../../files/needed.ts';
import type { Collection, Store, StoredFile } from '../../../store/store.ts';

const record = z.strictObject({ id: z.string(), session: z.string(), hash });
type FileRecord = z.infer<typeof record>;

/** Which files the documents of cases need. Written before the log names them: a crash in between leaves a file too many, never one too few. */
export class CaseFiles {
  readonly #store: Store;
  readonly #needed: NeededFiles;
  readonly #records: Collection<FileRecord>;
  /** Also those whose record is not durable yet. */
  readonly #claims = new Map<CaseDocumentId, string>();

  private constructor(store: Store, needed: NeededFiles, records: Collection<FileRecord>) {
    this.#store = store;
    this.#needed = needed;
    this.#records = records;
    for (const { id, hash: its } of records.all()) this.#claims.set(id, its);
    needed.register((asked) => [...this.#claims.values()].includes(asked));
  }

  static async open(store: Store, needed: NeededFiles): Promise<CaseFiles> {
    return new CaseFiles(store, needed, await store.collection('case-files', record));
  }

  claim(id: CaseDocumentId, session: SessionId, file: StoredFile): Promise<void> {
    return this.#needed.place(file.hash, async () => {
      // Somebody's refused upload of the same content may have taken it along in the moment before.
      if (!(await this.#store.files.has(file.hash))) throw new RefusalError('store.io');
      this.#claims.set(id, file.hash);
      await this.#records.put({ id, session, hash: file.hash });
    });
  }

  /** The document needs its file no more; the file goes when nobody else does. */
  async release(id: CaseDocumentId): Promise<void> {
    const its = this.#claims.get(id);
    if (its === undefined) return;
    this.#claims.delete(id);
    await this.#needed.removeUnneeded(its);
    await this.#records.remove(id);
  }
}
