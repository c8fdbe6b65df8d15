import { useCallback, useSyncExternalStore } from 'react';

/** A value that lives outside of React and is read with `useCell`. */
export class Cell<T> {
  readonly #listeners = new Set<() => void>();
  #value: T;

  constructor(value: T) {
    this.#value = value;
  }

  readonly get = (): T => this.#value;

  readonly set = (value: T): void => {
    if (Object.is(this.#value, value)) return;
    this.#value = value;
    for (const listener of this.#listeners) listener();
  };

  readonly change = (change: (value: T) => T): void => this.set(change(this.#value));

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };
}

export function useCell<T>(cell: Cell<T>): T {
  return useSyncExternalStore(cell.subscribe, cell.get);
}

/** A part of a cell that is compared by identity: only who shows that part draws again. */
export function useCellPart<T, P>(cell: Cell<T>, select: (value: T) => P): P {
  return useSyncExternalStore(cell.subscribe, useCallback(() => select(cell.get()), [cell, select]));
}
