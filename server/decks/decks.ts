import { createReadStream } from 'node:fs';
import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { RefusalError } from '../../protocol/errors.ts';
import { limits } from '../../protocol/limits.ts';
import type { Deck } from '../../protocol/live/decks.ts';
import { SYSTEM } from '../../protocol/live/ids.ts';
import type { DeckId, ParticipantId } from '../../protocol/live/ids.ts';
import type { SessionState } from '../../protocol/live/state.ts';
import { NeededFiles } from '../files/needed.ts';
import { UploadGate } from '../files/receive.ts';
import { seatOf } from '../http/call.ts';
import type { RouteHandlers } from '../http/call.ts';
import { authorise } from '../live/authorise.ts';
import type { Decision } from '../live/decide/decision.ts';
import type { LiveSession } from '../live/session.ts';
import type { Log } from '../log.ts';
import type { Store } from '../store/store.ts';
import { checkPdf } from './check/check.ts';
import { decideDeck, decideVersion } from './decide.ts';
import type { CheckedVersion } from './decide.ts';
import { KeptFiles } from './kept.ts';
import type { Check } from './kept.ts';
import { pdfBody, pdfBytes } from './receive.ts';
import { serveVersion, versionOf } from './serve.ts';
import { Turns } from './turns.ts';

export interface Decks {
  readonly handlers: Pick<RouteHandlers, 'createDeck' | 'addDeckVersion' | 'deckFile'>;
  /** A PDF from this machine's disk as a deck, or with `deck` as another language version of that one; by the installation itself. */
  attachFile(live: LiveSession, file: FileToAttach): Promise<DeckId>;
}

interface FileToAttach {
  readonly title: string;
  readonly language: string;
  readonly path: string;
  readonly deck?: DeckId;
}

interface Attached {
  readonly deck: DeckId;
  readonly pages: number;
  readonly file: string;
}

type Place = (state: SessionState, deck: DeckId, checked: CheckedVersion) => Decision;

/** Checks at once: each may take a core and half a gigabyte. */
const CHECKS_AT_ONCE = 2;
const UPLOADS_AT_ONCE_PER_SESSION = 4;

export interface DecksOptions {
  readonly store: Store;
  readonly log: Log;
  /** Absent: nobody else keeps files in this store. */
  readonly needed?: NeededFiles;
  /** For tests. */
  readonly check?: Check;
}

/** The decks of sessions: taking PDFs in, checking them, serving them. */
export function openDecks({ store, log, needed = new NeededFiles(store.files), check = checkPdf }: DecksOptions): Decks {
  const turns = new Turns(CHECKS_AT_ONCE);
  const kept = new KeptFiles(store, needed, (path) => turns.run(() => check(path)), log);
  const gate = new UploadGate<LiveSession>(UPLOADS_AT_ONCE_PER_SESSION);

  async function attach(
    live: LiveSession, actor: ParticipantId, deck: DeckId, language: string, body: AsyncIterable<Uint8Array>, place: Place, wanted = (): boolean => true,
  ): Promise<Attached> {
    // Refused before a byte is stored where that can be known; decided again on the newest state when the file is there.
    admitted(live.state, actor);
    let attached: Attached | undefined;
    await kept.admit(body, limits.deckBytes, async ({ hash, size }, pages) => {
      // Given up while the file was looked at: whoever pressed "Cancel" must not find it in the session.
      if (!wanted()) throw new RefusalError('payload.invalid', 'body');
      const version = { language: canonical(language), file: hash, bytes: size };
      const done = await live.decide(actor, (state) => {
        admitted(state, actor);
        return place(state, deck, { version, pages });
      });
      if (!done.ok) throw new RefusalError(done.error.code, done.error.detail);
      attached = { deck, pages, file: hash };
      return true;
    });
    return attached!;
  }

  return {
    handlers: {
      createDeck: (call) => {
        const { live, participant } = seatOf(call);
        const { title, language } = call.query;
        return gate.pass(live, call.request, () => {
          if (Object.keys(live.state.decks).length >= limits.decksPerSession) throw new RefusalError('deck.limit');
          return attach(live, participant.id, randomUUID(), language, pdfBody(call.request), titled(title), stillThere(call.request));
        });
      },
      addDeckVersion: (call) => {
        const { live, participant } = seatOf(call);
        const deck = call.params['deck'] ?? '';
        return gate.pass(live, call.request, () => {
          deckOf(live.state, deck);
          return attach(live, participant.id, deck, call.query.language, pdfBody(call.request), decideVersion, stillThere(call.request));
        });
      },
      deckFile: async (call) => {
        const { live, participant } = seatOf(call);
        // Who was sent away sees nothing more, whatever the role could do.
        if (participant.presence === 'removed') throw new RefusalError('participant.removed');
        const deck = deckOf(live.state, call.params['deck'] ?? '');
        await serveVersion(store.files, deck, versionOf(deck, call.params['language'] ?? ''), call.request, call.response);
      },
    },
    async attachFile(live, { title, language, path, deck }) {
      const place = deck === undefined ? titled(title) : decideVersion;
      const attached = await attach(live, SYSTEM, deck ?? randomUUID(), language, pdfBytes(createReadStream(path)), place);
      return attached.deck;
    },
  };
}

function titled(title: string): Place {
  return (state, deck, checked) => decideDeck(state, deck, title, checked);
}

function stillThere({ socket }: IncomingMessage): () => boolean {
  return () => !socket.destroyed;
}

/** Whether somebody may change the decks now. The installation itself may until the session has ended. */
function admitted(state: SessionState, actor: ParticipantId): void {
  if (actor === SYSTEM) {
    if (state.session.phase === 'ended') throw new RefusalError('session.ended');
    return;
  }
  const allowed = authorise(state, actor, { permission: 'deck.manage', from: 'seat', phases: ['scheduled', 'open', 'live'] });
  if (!allowed.ok) throw new RefusalError(allowed.error.code, allowed.error.detail);
}

/** A path may name anything, an object's own methods included. */
function deckOf({ decks }: SessionState, id: DeckId): Deck {
  const deck = Object.hasOwn(decks, id) ? decks[id] : undefined;
  if (!deck) throw new RefusalError('deck.absent');
  return deck;
}

/** "zh-cn" and "zh-CN" are one language. The route's schema has accepted the tag. */
function canonical(language: string): string {
  return Intl.getCanonicalLocales(language)[0]!;
}
