import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Low } from 'lowdb';
import { toStoreError } from '../errors.ts';
import { makeDirectory, syncDirectory } from './durable.ts';
import { frame } from './frame.ts';
import type { Health } from './health.ts';
import { Journal } from './journal.ts';
import { journalPath, recover, type Operation, type Recovered } from './recovery.ts';
import type { SnapshotData, SnapshotFile } from './snapshot.ts';

export interface RecordFilesOptions {
  readonly health: Health;
  /** A snapshot is made when the journals hold this many bytes, and at least as many as the last snapshot. */
  readonly snapshotAfterBytes: number;
  /** All records as they are now. Called between two syncs, so that it matches the journal to the byte. */
  readonly current: () => readonly unknown[];
  readonly onRollback: () => void;
}

/** A snapshot that failed is tried again at the first write after this time; until then the journals only grow. */
const RETRY_MS = 60_000;

/** The files of one collection: a snapshot, the journal in front of it, and the moves by which one becomes the other. */
export class RecordFiles {
  readonly #directory: string;
  readonly #options: RecordFilesOptions;
  readonly #snapshot: Low<SnapshotData>;
  readonly #file: SnapshotFile;
  readonly #journal: Journal;
  #number: number;
  /** In journals before the current one that no snapshot holds. */
  #earlierBytes: number;
  #nextSnapshotAt = 0;
  #notBefore = 0;
  #snapshotting: Promise<void> | undefined;

  private constructor(directory: string, options: RecordFilesOptions, recovered: Recovered, journal: Journal) {
    this.#directory = directory;
    this.#options = options;
    this.#snapshot = recovered.snapshot;
    this.#file = recovered.file;
    this.#number = recovered.journal;
    this.#earlierBytes = recovered.earlierBytes;
    this.#journal = journal;
    this.#plan();
  }

  static async open(directory: string, options: RecordFilesOptions): Promise<{ files: RecordFiles; found: ReadonlyMap<string, unknown> }> {
    try {
      await makeDirectory(directory);
      const recovered = await recover(directory, options.health);
      const journal = await Journal.open(journalPath(directory, recovered.journal), {
        health: options.health, place: directory, onRollback: options.onRollback,
      });
      return { files: new RecordFiles(directory, options, recovered, journal), found: recovered.records };
    } catch (error) {
      throw toStoreError(error, `Opening ${directory}`);
    }
  }

  get closed(): boolean {
    return this.#journal.closed;
  }

  async append(operation: Operation, onDurable: () => void): Promise<void> {
    await this.#journal.append(frame(JSON.stringify(operation)), onDurable);
    if (this.#unsaved >= this.#nextSnapshotAt && performance.now() >= this.#notBefore && !this.#journal.closed) {
      this.#snapshotting ??= this.#takeSnapshot();
    }
  }

  async close(): Promise<void> {
    await this.#journal.close();
    await this.#snapshotting;
  }

  /** Bytes that opening would have to replay. */
  get #unsaved(): number {
    return this.#earlierBytes + this.#journal.length;
  }

  #plan(): void {
    // In step with the snapshot's size, so that what is written in all stays within twice what was asked for.
    this.#nextSnapshotAt = Math.max(this.#options.snapshotAfterBytes, this.#file.bytes);
  }

  /**
   * The journal goes on in a new file, the records of that moment are written out at leisure, and when they are durable the older
   * journals go. A crash in between leaves the old snapshot and all journals after it.
   */
  async #takeSnapshot(): Promise<void> {
    try {
      const number = this.#number + 1;
      let records: readonly unknown[] = [];
      await this.#journal.switchTo(journalPath(this.#directory, number), (finalLength) => {
        records = this.#options.current();
        this.#earlierBytes += finalLength;
        this.#number = number;
      });
      const saved = this.#earlierBytes;
      const oldest = this.#snapshot.data.journal;
      await this.#write({ journal: number, records });
      this.#earlierBytes -= saved;
      for (let old = oldest; old < number; old += 1) await rm(journalPath(this.#directory, old), { force: true });
      await syncDirectory(this.#directory);
      this.#plan();
      this.#options.health.succeeded(this.#snapshotPlace);
    } catch (error) {
      // Nothing is lost, opening only takes longer.
      this.#notBefore = performance.now() + RETRY_MS;
      if (!this.#journal.closed) this.#options.health.failed(this.#snapshotPlace, toStoreError(error, `Writing a snapshot of ${this.#directory}`));
    } finally {
      this.#snapshotting = undefined;
    }
  }

  async #write(data: SnapshotData): Promise<void> {
    const before = this.#snapshot.data;
    this.#snapshot.data = data;
    try {
      await this.#snapshot.write();
      // The header alone: the records live in the collection, and a second hold on old ones would keep them in memory.
      this.#snapshot.data = { journal: data.journal, records: [] };
    } catch (error) {
      this.#snapshot.data = before;
      throw error;
    }
  }

  get #snapshotPlace(): string {
    return join(this.#directory, 'snapshot.json');
  }
}
