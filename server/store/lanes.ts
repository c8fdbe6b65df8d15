/** Runs the works of one name one after the other, and those of different names at once. */
export class Lanes {
  readonly #last = new Map<string, Promise<unknown>>();

  run<R>(name: string, work: () => Promise<R>): Promise<R> {
    const before = this.#last.get(name) ?? Promise.resolve();
    const running = before.then(work, work);
    const settled = running.catch(() => undefined).then(() => {
      if (this.#last.get(name) === settled) this.#last.delete(name);
    });
    this.#last.set(name, settled);
    return running;
  }
}
