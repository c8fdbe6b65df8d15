import { RefusalError } from '../../../protocol/errors.ts';
import type { Change, LiveSession } from '../../live/session.ts';
import type { LiveHost } from '../../live/host.ts';
import type { Log } from '../../log.ts';
import type { Store } from '../../store/store.ts';
import type { EvidenceFiles } from './kept.ts';
import { namedPart, nameOf, partOf, partsOf, sendable } from './part.ts';
import type { PartAddress } from './part.ts';
import type { Receiver } from './receiver.ts';

export interface DiscardsOptions {
  readonly store: Store;
  readonly host: LiveHost;
  readonly files: EvidenceFiles;
  readonly receiver: Receiver;
  readonly log: Log;
}

/** Lets the bytes of evidence follow its state: what was given up goes, what has reached the operator stays for good. */
export class Discards {
  readonly #options: DiscardsOptions;

  constructor(options: DiscardsOptions) {
    this.#options = options;
    options.host.onChange((live, change) => this.#changed(live, change));
  }

  /** After a start: what the process did not come to before it ended. */
  async catchUp(): Promise<void> {
    const { store, host, files, log } = this.#options;
    const begun = (await store.uploads.names()).flatMap((name) => namedPart(name) ?? []);
    const unsettled = new Map([...files.arriving(), ...begun].map((address) => [nameOf(address), address]));
    for (const address of unsettled.values()) {
      try {
        const live = await host.get(address.session);
        const part = partOf(live.state, address);
        if (!part.ok || part.value.item.state === 'discarded') await this.#remove(address);
        else if (part.value.item.state !== 'uploading' && part.value.isStored) await files.keep([address]);
      } catch (error) {
        log.warn({ err: error, session: address.session }, 'evidence that was arriving could not be looked at');
      }
    }
  }

  #changed(live: LiveSession, { events, after }: Change): void {
    const { files, receiver, log } = this.#options;
    const failed = (error: unknown): void => log.error({ err: error, session: live.id }, 'the bytes of evidence could not follow its state');
    for (const event of events) {
      if (event.type !== 'evidence.discarded' && event.type !== 'evidence.stored') continue;
      const item = after.observation.evidence.items[event.data.evidence];
      if (!item) continue;
      const addresses = partsOf(live.id, item);
      if (event.type === 'evidence.stored') {
        if (item.state !== 'uploading' && item.state !== 'discarded') files.keep(addresses).catch(failed);
        continue;
      }
      for (const address of addresses) {
        const why = sendable(after, item.by, address);
        const { code, detail } = why.ok ? { code: 'evidence.discarded' as const } : why.error;
        receiver.stop(nameOf(address), new RefusalError(code, detail));
        this.#remove(address).catch(failed);
      }
    }
  }

  #remove(address: PartAddress): Promise<void> {
    const { store, files, receiver } = this.#options;
    const name = nameOf(address);
    return receiver.alone(name, async () => {
      await store.uploads.discard(name);
      await files.release(address);
    });
  }
}
