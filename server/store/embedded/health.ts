import { relative } from 'node:path';
import type { LogDamage, StoreRepair, StoreStatus } from '../store.ts';
import type { StoreError, StoreErrorCode } from '../errors.ts';

/** What went wrong under one data directory, at opening and since; the store's `status()` is read from it. */
export class Health {
  readonly #root: string;
  readonly #failing = new Map<string, StoreErrorCode>();
  readonly #repairs: StoreRepair[] = [];
  readonly #damagedLogs = new Map<string, LogDamage>();
  #closed = false;

  constructor(root: string) {
    this.#root = root;
  }

  repaired(path: string, repair: { kind: StoreRepair['kind']; bytes: number; keptAs?: string }): void {
    this.#repairs.push({
      file: relative(this.#root, path),
      kind: repair.kind,
      bytes: repair.bytes,
      ...(repair.keptAs === undefined ? {} : { keptAs: relative(this.#root, repair.keptAs) }),
    });
  }

  logDamaged(session: string, damage: LogDamage): void {
    this.#damagedLogs.set(session, damage);
  }

  failed(path: string, error: StoreError): void {
    this.#failing.set(relative(this.#root, path), error.code);
  }

  succeeded(path: string): void {
    // Called after every write: costs nothing while all is well.
    if (this.#failing.size > 0) this.#failing.delete(relative(this.#root, path));
  }

  /** A part that is closed fails no more. */
  forget(path: string): void {
    this.succeeded(path);
  }

  closed(): void {
    this.#closed = true;
  }

  status(): StoreStatus {
    const codes = new Set(this.#failing.values());
    return {
      state: this.#closed ? 'closed'
        : codes.size === 0 ? 'ok'
          : codes.has('store.readonly') ? 'readonly'
            : codes.has('store.full') ? 'full'
              : 'failed',
      failing: [...this.#failing].map(([place, code]) => ({ place, code })),
      repairs: [...this.#repairs],
      damagedLogs: [...this.#damagedLogs].map(([session, damage]) => ({ session, ...damage })),
    };
  }
}
