/** A snapshot outside of React, made for useSyncExternalStore. Parts that did not change keep their identity. */
export class Store<T extends object> {
  readonly #listeners = new Set<() => void>();
  #snapshot: T;

  constructor(first: T) {
    this.#snapshot = first;
  }

  readonly getSnapshot = (): T => this.#snapshot;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  patch(patch: Partial<T>): void {
    const changed = (Object.keys(patch) as (keyof T)[]).some((key) => !Object.is(patch[key], this.#snapshot[key]));
    if (!changed) return;
    this.#snapshot = { ...this.#snapshot, ...patch };
    for (const listener of this.#listeners) listener();
  }

  clear(): void {
    this.#listeners.clear();
  }
}
