import { createServer, connect } from 'node:net';
import type { Server, Socket } from 'node:net';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { TestBrowser } from '../harness/browser.ts';
import type { PersonOptions, Visitor } from '../harness/browser.ts';
import { startTestServer } from '../harness/server.ts';
import type { TestPerson, TestServer } from '../harness/server.ts';

declare global {
  interface Window {
    /** Every connection that the page has opened, oldest first; for figures that the screen does not show. */
    connections: RTCPeerConnection[];
  }
}

/** Few pictures a second are as good for seeing that they move, and several people fit on a small machine. */
const FLAGS = ['--use-fake-device-for-media-stream=fps=8,device-count=2', '--auto-select-desktop-capture-source=Entire screen'];
/** A small machine that does other things too; every wait is for a state, never for a time. */
const PATIENCE_MS = 60_000;

interface Visiting {
  readonly devices?: boolean;
  readonly before?: (page: Page) => unknown;
}

/** A whole server, and a browser whose every byte to it goes over a line that a test can cut. */
export class RoomScene {
  readonly server: TestServer;
  readonly browser: TestBrowser;
  readonly line: Line;

  private constructor(server: TestServer, browser: TestBrowser, line: Line) {
    this.server = server;
    this.browser = browser;
    this.line = line;
  }

  static async open(): Promise<RoomScene> {
    const server = await startTestServer();
    const line = await Line.open(server.port);
    return new RoomScene(server, await TestBrowser.launch(line.url, FLAGS), line);
  }

  async close(): Promise<void> {
    await this.browser.close();
    await this.line.close();
    await this.server.close();
  }

  /** For afterEach. */
  async clear(): Promise<void> {
    this.line.mend();
    try {
      this.browser.assertNoFaults();
    } finally {
      await this.browser.clear();
    }
  }

  /** Somebody's page before the door; without devices as on a machine that has none. `before`: what is done with it before it loads. */
  async visit(
    person: Pick<TestPerson, 'cookie'>, session: string, options: PersonOptions = {},
    { devices = true, before }: Visiting = {},
  ): Promise<Visitor & { readonly page: Page }> {
    const visitor = await this.browser.person({ cookie: person.cookie, ...options });
    await before?.(visitor.page);
    if (!devices) await visitor.context.addInitScript(() => {
      navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('no device', 'NotFoundError'));
    });
    await visitor.context.addInitScript(() => {
      window.connections = [];
      window.RTCPeerConnection = class extends RTCPeerConnection {
        constructor(configuration?: RTCConfiguration) {
          super(configuration);
          window.connections.push(this);
        }
      };
    });
    visitor.page.setDefaultTimeout(PATIENCE_MS);
    await visitor.page.goto(`/room/${session}`);
    await visitor.page.getByRole('heading', { level: 1 }).waitFor();
    return visitor;
  }

  /** Somebody inside, with camera and microphone on. */
  async enter(person: Pick<TestPerson, 'cookie'>, session: string, options: PersonOptions = {}, visiting: Visiting = {}): Promise<Page> {
    const { page } = await this.visit(person, session, options, visiting);
    await page.getByRole('button', { name: /^(Join now|Open the session and join)$/u }).click();
    await inside(page);
    return page;
  }
}

/** A line to the server that can go dead, as a network does: nothing comes, nothing is told. */
export class Line {
  readonly url: string;
  readonly #server: Server;
  readonly #pairs = new Set<readonly [Socket, Socket]>();
  #dead = false;

  private constructor(server: Server, port: number) {
    this.#server = server;
    this.url = `http://127.0.0.1:${port}`;
  }

  static open(target: number): Promise<Line> {
    return new Promise((resolve) => {
      const server = createServer((here) => line.#pipe(here, target));
      let line: Line;
      server.listen(0, '127.0.0.1', () => {
        const address = server.address();
        if (typeof address !== 'object' || address === null) throw new Error('the line has no port');
        line = new Line(server, address.port);
        resolve(line);
      });
    });
  }

  /** Goes dead. What is on its way is lost. */
  die(): void {
    this.#dead = true;
    for (const pair of this.#pairs) for (const socket of pair) socket.pause();
  }

  /** New connections work again; the old ones are gone. */
  mend(): void {
    if (!this.#dead) return;
    this.#dead = false;
    for (const pair of this.#pairs) for (const socket of pair) socket.destroy();
  }

  async close(): Promise<void> {
    for (const pair of this.#pairs) for (const socket of pair) socket.destroy();
    await new Promise((resolve) => {
      this.#server.close(resolve);
    });
  }

  #pipe(here: Socket, target: number): void {
    const there = connect(target, '127.0.0.1');
    const pair = [here, there] as const;
    this.#pairs.add(pair);
    for (const [from, to] of [[here, there], [there, here]] as const) {
      from.on('data', (data) => {
        if (!this.#dead) to.write(data);
      });
      from.on('close', () => {
        to.destroy();
        this.#pairs.delete(pair);
      });
      from.on('error', () => to.destroy());
    }
    if (this.#dead) here.pause();
  }
}

export async function inside(page: Page): Promise<void> {
  await page.getByRole('toolbar', { name: 'Controls' }).waitFor();
}

/** Waits until the picture of this person moves: decoded frames, not just a place for them. */
export async function sees(page: Page, name: string): Promise<void> {
  const video = page.locator(`video[aria-label="Camera of ${name}"]`);
  await video.waitFor();
  const frames = (): Promise<number> => video.evaluate((node: HTMLVideoElement) => node.getVideoPlaybackQuality().totalVideoFrames);
  const before = await frames();
  await expect.poll(frames, { timeout: PATIENCE_MS }).toBeGreaterThan(before + 5);
}

/** The loudest that comes out of the page's players within half a second, 0 to 1; the fake microphone beeps once a second. */
function loudness(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const context = new AudioContext();
    const analysers = [...document.querySelectorAll('audio')].flatMap((player) => {
      if (!(player.srcObject instanceof MediaStream) || player.paused) return [];
      const analyser = context.createAnalyser();
      context.createMediaStreamSource(player.srcObject).connect(analyser);
      return [analyser];
    });
    let most = 0;
    const samples = new Float32Array(2048);
    const until = performance.now() + 1_200;
    while (performance.now() < until) {
      for (const analyser of analysers) {
        analyser.getFloatTimeDomainData(samples);
        for (const sample of samples) most = Math.max(most, Math.abs(sample));
      }
      await new Promise((resolve) => {
        requestAnimationFrame(resolve);
      });
    }
    await context.close();
    return most;
  });
}

export async function hears(page: Page): Promise<void> {
  await expect.poll(() => loudness(page), { timeout: PATIENCE_MS }).toBeGreaterThan(0.02);
}

export async function hearsNothing(page: Page): Promise<void> {
  await expect.poll(() => loudness(page), { timeout: PATIENCE_MS }).toBeLessThan(0.002);
}

/** Bytes of sound and pictures that this page has received. */
export function received(page: Page): Promise<number> {
  return page.evaluate(async () => {
    let bytes = 0;
    for (const connection of window.connections) {
      for (const report of (await connection.getStats()).values()) {
        const { type, bytesReceived } = report as { type: string; bytesReceived?: number };
        if (type === 'inbound-rtp') bytes += bytesReceived ?? 0;
      }
    }
    return bytes;
  });
}

/**
 * Bytes of sound that this page has received, by the publication that they are of; what comes and belongs to none is under "".
 * A stream of the product bears the id of its publication (client/media/link.ts).
 */
export function soundFrom(page: Page): Promise<Readonly<Record<string, number>>> {
  return page.evaluate(async () => {
    const bytes: Record<string, number> = {};
    for (const connection of window.connections) {
      const streams = new Map([...(connection.remoteDescription?.sdp ?? '').matchAll(/a=msid:(\S+) (\S+)/gu)].map(([, stream, track]) => [track, stream]));
      for (const report of (await connection.getStats()).values()) {
        const { type, kind, trackIdentifier, bytesReceived } = report as { type: string; kind?: string; trackIdentifier?: string; bytesReceived?: number };
        if (type !== 'inbound-rtp' || kind !== 'audio') continue;
        const from = streams.get(trackIdentifier) ?? '';
        bytes[from] = (bytes[from] ?? 0) + (bytesReceived ?? 0);
      }
    }
    return bytes;
  });
}

/** How many connections the page has opened, and how many of them still stand. */
export function connections(page: Page): Promise<{ readonly opened: number; readonly standing: number }> {
  return page.evaluate(() => ({
    opened: window.connections.length,
    standing: window.connections.filter((one) => one.connectionState === 'connected').length,
  }));
}

/** The panel with this name, opened. */
export async function panel(page: Page, name: string): Promise<void> {
  const tab = page.getByRole('tab', { name });
  if (!(await tab.isVisible())) await page.getByRole('button', { name: 'Panel' }).click();
  await tab.click();
}

/** Does something to somebody by the menu in the list of people. */
export async function act(page: Page, name: string, action: string | RegExp): Promise<void> {
  await panel(page, 'People');
  await page.getByRole('complementary').getByRole('button', { name: `Actions for ${name}` }).click();
  await page.getByRole('menuitem', { name: action }).click();
}
