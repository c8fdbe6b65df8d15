import { Lanes } from '../store/lanes.ts';
import type { FileStore } from '../store/store.ts';

/**
 * The same content is one file, whoever brought it. Each part of the house that keeps files says here which ones it needs,
 * and removes none but through here: a file that anybody needs stays.
 */
export class NeededFiles {
  readonly #files: FileStore;
  readonly #needs: ((hash: string) => boolean)[] = [];
  readonly #ready: Promise<unknown>[] = [];
  readonly #lanes = new Lanes();

  constructor(files: FileStore) {
    this.#files = files;
  }

  /** `needs` answers at once, also for a file that is about to be stored; it is asked once `ready` has settled. */
  register(needs: (hash: string) => boolean, ready: Promise<unknown> = Promise.resolve()): void {
    this.#needs.push(needs);
    this.#ready.push(ready);
  }

  removeUnneeded(hash: string): Promise<void> {
    return this.#lanes.run(hash, async () => {
      await Promise.allSettled(this.#ready);
      if (!this.#needs.some((needs) => needs(hash))) await this.#files.remove(hash);
    });
  }

  /** Runs a work that gives content its place, never between somebody's question whether it is needed and its removal. */
  place<R>(hash: string, work: () => Promise<R>): Promise<R> {
    return this.#lanes.run(hash, work);
  }
}
