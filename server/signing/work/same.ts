import { PdfArray, PdfBool, PdfDict, PdfName, PdfNumber, PdfRef, PdfStream, PdfString } from '@libpdf/core';
import type { PdfObject } from '@libpdf/core';

/** A file as it was at one time. */
export interface Revision {
  readonly resolve: (ref: PdfRef) => PdfObject | null;
  /** Pages, annotations and fields: whoever refers to one of them is the same when the number is, for they are compared by themselves. */
  readonly apart: ReadonlySet<PdfRef>;
}

/** Ways to nest without end are cut here; what is deeper counts as changed. */
const MAX_DEPTH = 400;

/** Whether two objects of two revisions mean the same, with all that they refer to. */
export function isSame(one: PdfObject | undefined, other: PdfObject | undefined, then: Revision, now: Revision): boolean {
  return new Comparison(then, now).same(one, other, 0);
}

class Comparison {
  readonly #then: Revision;
  readonly #now: Revision;
  /** Pairs that are being compared or were found to be the same. */
  readonly #seen = new Set<string>();

  constructor(then: Revision, now: Revision) {
    this.#then = then;
    this.#now = now;
  }

  same(one: PdfObject | null | undefined, other: PdfObject | null | undefined, depth: number): boolean {
    if (depth > MAX_DEPTH) return false;
    if (one instanceof PdfRef && other instanceof PdfRef) {
      if (one === other && this.#then.apart.has(one) && this.#now.apart.has(other)) return true;
      const pair = `${one.objectNumber}.${one.generation} ${other.objectNumber}.${other.generation}`;
      if (this.#seen.has(pair)) return true;
      this.#seen.add(pair);
    }
    const [a, b] = [one instanceof PdfRef ? this.#then.resolve(one) : one, other instanceof PdfRef ? this.#now.resolve(other) : other];
    return this.#equal(a, b, depth);
  }

  #equal(a: PdfObject | null | undefined, b: PdfObject | null | undefined, depth: number): boolean {
    if (a === null || a === undefined || b === null || b === undefined) return (a ?? undefined) === (b ?? undefined);
    if (a.type !== b.type) return false;
    if (a instanceof PdfDict && b instanceof PdfDict) return this.#dicts(a, b, depth);
    if (a instanceof PdfArray && b instanceof PdfArray) {
      return a.length === b.length && a.toArray().every((item, index) => this.same(item, b.at(index), depth + 1));
    }
    if (a instanceof PdfString && b instanceof PdfString) return Buffer.from(a.bytes).equals(b.bytes);
    if (a instanceof PdfName && b instanceof PdfName) return a.value === b.value;
    if (a instanceof PdfNumber && b instanceof PdfNumber) return a.value === b.value;
    if (a instanceof PdfBool && b instanceof PdfBool) return a.value === b.value;
    return a.type === 'null' && b.type === 'null';
  }

  #dicts(a: PdfDict, b: PdfDict, depth: number): boolean {
    if (a instanceof PdfStream && b instanceof PdfStream && !Buffer.from(a.data).equals(b.data)) return false;
    const keys = new Set([...a.keys(), ...b.keys()]);
    for (const key of keys) if (!this.same(a.get(key), b.get(key), depth + 1)) return false;
    return true;
  }
}
