import type { Page } from 'playwright-core';
import { FLOOR_CHANNEL } from '../../../protocol/live/publications.ts';
import type { Channel } from '../../../protocol/live/publications.ts';
import type { RequestInput, RequestName, RequestReply } from '../../../protocol/table.ts';
import type { LiveTestClient } from '../../harness/liveClient.ts';

/** People who share a page, where they take little of the machine: each with a seat, a connection and a line of their own, as far as the server can tell. */
export class Crowd {
  readonly #page: Page;
  readonly #clients = new Map<string, LiveTestClient>();
  /** By listener, their streams by publication. */
  readonly #consumers = new Map<LiveTestClient, Map<string, string>>();

  private constructor(page: Page) {
    this.#page = page;
  }

  static async open(page: Page): Promise<Crowd> {
    const crowd = new Crowd(page);
    const client = (who: string): LiveTestClient => crowd.#clients.get(who)!;
    await page.exposeFunction('leanConnect', async (who: string, transport: string, dtlsParameters: RequestInput<'media.connect'>['dtlsParameters']) => {
      await ask(client(who), 'media.connect', { transport, dtlsParameters });
    });
    await page.exposeFunction('leanPublish', async (who: string, transport: string, channel: Channel, rtpParameters: RequestInput<'media.publish'>['rtpParameters']) => (
      await ask(client(who), 'media.publish', { transport, kind: 'audio', rtpParameters, source: 'microphone', channel, paused: channel !== FLOOR_CHANNEL })
    ).id);
    return crowd;
  }

  /** Sends a tone; to the channel of a language it only stands by. */
  async speaks(client: LiveTestClient, channel: Channel, hertz: number): Promise<void> {
    this.#clients.set(client.you, client);
    await this.#page.evaluate(([who, offer, on, frequency]) => window.bench.lean.speak(who, JSON.parse(offer) as never, on, frequency), [client.you, JSON.stringify(client.joined!.media), channel, hertz] as const);
  }

  /** Takes the turn of a booth and speaks from now on. */
  async interprets(client: LiveTestClient, booth: string, language: Channel): Promise<void> {
    await client.must('interpretation.take', { booth, language, from: null });
    await this.#page.evaluate((who) => window.bench.lean.sound(who), client.you);
  }

  async listens(client: LiveTestClient): Promise<void> {
    this.#clients.set(client.you, client);
    this.#consumers.set(client, new Map());
    const capabilities = await this.#page.evaluate(([who, offer]) => window.bench.lean.open(who, JSON.parse(offer) as never), [client.you, JSON.stringify(client.joined!.media)] as const);
    // What they can receive is told once, with the first call.
    await this.#receive(client, capabilities);
  }

  /** Everybody receives whatever is sent; the floor runs, and of the languages each listener's own, one after the other. The rest is ready, paused, as in the product. */
  async hear(...languages: readonly Channel[]): Promise<void> {
    await Promise.all([...this.#consumers].map(async ([client, consumers], index) => {
      await this.#receive(client);
      const own = languages[index % Math.max(1, languages.length)];
      for (const [publication, consumer] of consumers) {
        const channel = client.state.publications[publication]?.channel;
        if (channel === FLOOR_CHANNEL || channel === own) await ask(client, 'media.consumer', { consumer, paused: false });
      }
    }));
  }

  async #receive(client: LiveTestClient, capabilities?: RequestInput<'media.receive'>['rtpCapabilities']): Promise<void> {
    const consumers = this.#consumers.get(client)!;
    const missing = Object.keys(client.state.publications).filter((id) => !consumers.has(id));
    if (missing.length === 0) return;
    const { consumers: offers } = await ask(client, 'media.receive', { publications: missing, ...(capabilities === undefined ? {} : { rtpCapabilities: capabilities }) });
    await this.#page.evaluate(([who, all]) => window.bench.lean.take(who, JSON.parse(all) as never), [client.you, JSON.stringify(offers)] as const);
    for (const { id, publication } of offers) consumers.set(publication, id);
  }
}

async function ask<N extends RequestName>(client: LiveTestClient, name: N, payload: RequestInput<N>): Promise<RequestReply<N>> {
  const reply = await client.request(name, payload);
  if (!reply.ok) throw new Error(`${name}: ${reply.error.code}`);
  return reply.value;
}
