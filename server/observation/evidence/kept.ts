import { z } from 'zod';
import { hash } from '../../../protocol/fields.ts';
import { parts } from '../../../protocol/observation/evidence.ts';
import type { NeededFiles } from '../../files/needed.ts';
import type { Collection, Store } from '../../store/store.ts';
import { nameOf } from './part.ts';
import type { PartAddress } from './part.ts';

/** arriving: its item may still be given up, and then it goes; kept: its item has reached the operator, so it stays. */
const fileRecord = z.strictObject({
  id: z.string(), session: z.string(), evidence: z.string(), version: z.string(), part: z.enum(parts), hash, state: z.enum(['arriving', 'kept']),
});
type FileRecord = z.infer<typeof fileRecord>;

/** Which files evidence needs. Written before a file takes its place: a crash in between leaves a file too many, never one too few. */
export class EvidenceFiles {
  readonly #needed: NeededFiles;
  readonly #records: Collection<FileRecord>;
  /** Also those whose record is not durable yet. */
  readonly #claims = new Map<string, string>();

  private constructor(needed: NeededFiles, records: Collection<FileRecord>) {
    this.#needed = needed;
    this.#records = records;
    for (const { id, hash: its } of records.all()) this.#claims.set(id, its);
    needed.register((asked) => [...this.#claims.values()].includes(asked));
  }

  static async open(store: Store, needed: NeededFiles): Promise<EvidenceFiles> {
    return new EvidenceFiles(needed, await store.collection('evidence-files', fileRecord));
  }

  async claim(address: PartAddress, its: string): Promise<void> {
    const id = nameOf(address);
    this.#claims.set(id, its);
    await this.#records.put({ ...address, id, hash: its, state: 'arriving' });
  }

  /** For good; an address that has no file is passed over. */
  async keep(addresses: readonly PartAddress[]): Promise<void> {
    const records = addresses.flatMap((address) => this.#records.get(nameOf(address)) ?? []).filter((one) => one.state === 'arriving');
    if (records.length > 0) await this.#records.put(...records.map((one) => ({ ...one, state: 'kept' as const })));
  }

  /** This part needs its file no more; the file goes when nobody else does. */
  async release(address: PartAddress): Promise<void> {
    const id = nameOf(address);
    const its = this.#claims.get(id);
    if (its === undefined) return;
    this.#claims.delete(id);
    await this.#needed.removeUnneeded(its);
    // Last, so that after a crash it is known what there is to remove.
    await this.#records.remove(id);
  }

  arriving(): readonly PartAddress[] {
    return [...this.#records.all()].filter((one) => one.state === 'arriving').map(({ session, evidence, version, part }) => ({ session, evidence, version, part }));
  }
}
