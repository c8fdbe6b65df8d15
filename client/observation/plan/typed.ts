import { useState } from 'react';

/** What somebody has typed over values that others may change meanwhile: only the fields that they touched. */
export interface Typed<T> {
  /** What the form shows. */
  readonly value: T;
  readonly set: <K extends keyof T>(field: K, value: T[K]) => void;
  /** What differs from what is there now; this alone is sent. */
  readonly changes: Partial<T>;
  readonly isChanged: boolean;
  /** What was sent is there now; what was typed since then stays. */
  readonly sent: (changes: Partial<T>) => void;
  readonly forget: () => void;
}

/** A form over `base`, which is renewed under it: untouched fields follow, touched ones stay as typed until they are saved. */
export function useTyped<T extends object>(base: T): Typed<T> {
  const [typed, setTyped] = useState<Partial<T>>({});
  const changes = changesOf(base, typed);
  return {
    value: { ...base, ...typed },
    set: (field, value) => setTyped((before) => ({ ...before, [field]: value })),
    changes,
    isChanged: Object.keys(changes).length > 0,
    sent: (saved) => setTyped((before) => without(before, saved)),
    forget: () => setTyped({}),
  };
}

/** The fields that were typed and differ from what is there. */
export function changesOf<T extends object>(base: T, typed: Partial<T>): Partial<T> {
  return Object.fromEntries(Object.entries(typed).filter(([field, value]) => base[field as keyof T] !== value)) as Partial<T>;
}

/** What was typed, without the values that were saved. */
export function without<T extends object>(typed: Partial<T>, saved: Partial<T>): Partial<T> {
  return Object.fromEntries(Object.entries(typed).filter(([field, value]) => !(field in saved) || saved[field as keyof T] !== value)) as Partial<T>;
}
