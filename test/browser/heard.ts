import type { Page, Request } from 'playwright-core';
import { expect } from 'vitest';

interface Piece {
  readonly from: string;
  readonly text: string;
}

/** Every byte that a page receives: the bodies of answers and the frames of its sockets. One that cannot be read is an error and no silence. */
export class Heard {
  readonly all: Piece[] = [];
  readonly #arriving = new Set<Promise<void>>();
  readonly #lost: string[] = [];
  readonly #page: Page;
  #underWay = 0;

  constructor(page: Page) {
    this.#page = page;
    page.on('request', () => {
      this.#underWay += 1;
    });
    page.on('requestfailed', () => {
      this.#underWay -= 1;
    });
    page.on('requestfinished', (request) => {
      this.#underWay -= 1;
      const reading = this.#read(request).finally(() => this.#arriving.delete(reading));
      this.#arriving.add(reading);
    });
    page.on('websocket', (socket) => {
      socket.on('framereceived', ({ payload }) => this.all.push({ from: socket.url(), text: payload.toString() }));
    });
  }

  /** What came from addresses that contain this. */
  of(part: string): readonly Piece[] {
    return this.all.filter(({ from }) => from.includes(part));
  }

  /** Everything that was under way has been read; throws when something could not be. */
  async settled(): Promise<void> {
    await expect.poll(() => this.#underWay + this.#arriving.size, { interval: 20 }).toBe(0);
    if (this.#lost.length > 0) throw new Error(`not read:\n${this.#lost.join('\n')}`);
  }

  async #read(request: Request): Promise<void> {
    const response = await request.response();
    // Nothing was sent (204, 304), or the answer is a redirection.
    if (!response || response.status() === 204 || response.status() >= 300 && response.status() < 400) return;
    try {
      this.all.push({ from: request.url(), text: (await response.body()).toString('latin1') });
    } catch (error) {
      // What the browser had kept in its own memory it does not show again; a built file is the same under its name whoever asks.
      const again = new URL(request.url()).pathname.startsWith('/assets/') ? await this.#page.context().request.get(request.url()) : undefined;
      if (again?.ok()) this.all.push({ from: request.url(), text: (await again.body()).toString('latin1') });
      else this.#lost.push(`${request.url()}: ${String(error)}`);
    }
  }
}
