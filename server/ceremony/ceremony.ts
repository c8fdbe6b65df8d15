import { buffer } from 'node:stream/consumers';
import { isDeepStrictEqual } from 'node:util';
import { sides } from '../../protocol/ceremony/ceremony.ts';
import type { Ceremony, Side } from '../../protocol/ceremony/ceremony.ts';
import { refuse, RefusalError } from '../../protocol/errors.ts';
import { limits } from '../../protocol/limits.ts';
import { participantsFor } from '../../protocol/live/audience.ts';
import type { ParticipantId } from '../../protocol/live/ids.ts';
import { checkPdf } from '../decks/check/check.ts';
import { pdfBytes } from '../decks/receive.ts';
import type { NeededFiles } from '../files/needed.ts';
import { bodyOf, UploadGate } from '../files/receive.ts';
import { serveFile } from '../files/serve.ts';
import { seatOf } from '../http/call.ts';
import type { RouteHandlers } from '../http/call.ts';
import type { LiveSession } from '../live/session.ts';
import { printOf } from '../pdf/document.ts';
import { printPdf } from '../pdf/print.ts';
import { orThrow } from '../refusal.ts';
import type { Signing } from '../signing/signing.ts';
import { Lanes } from '../store/lanes.ts';
import type { Store } from '../store/store.ts';
import { compose } from './copies/compose.ts';
import { CeremonyFiles } from './kept.ts';
import { recordDocument } from './record.ts';
import { Signatures } from './signing.ts';
import { decideCopies, decideSeal, decideText, preparable, sealable } from './written.ts';

export interface CeremonyPart {
  readonly handlers: Pick<RouteHandlers, 'ceremony' | 'ceremonyText' | 'ceremonyCopies' | 'ceremonyCopy' | 'ceremonySign' | 'ceremonySeal' | 'ceremonyRecord'>;
  /** Makes both copies as somebody who prepares the ceremony. */
  makeCopies(live: LiveSession, actor: ParticipantId): Promise<void>;
}

interface CeremonyOptions {
  readonly store: Store;
  readonly needed: NeededFiles;
  readonly signing: Pick<Signing, 'prepare' | 'sign' | 'issue' | 'seal'>;
}

const UPLOADS_AT_ONCE = 2;

/** What a ceremony has beyond its state: texts, copies and their signatures, the sealed record. */
export async function openCeremony({ store, needed, signing }: CeremonyOptions): Promise<CeremonyPart> {
  const files = await CeremonyFiles.open(store, needed);
  const signatures = new Signatures(signing, files);
  const gate = new UploadGate<LiveSession>(UPLOADS_AT_ONCE);
  const lanes = new Lanes();

  function makeCopies(live: LiveSession, actor: ParticipantId): Promise<void> {
    return lanes.run(live.id, async () => {
      orThrow(preparable(live.state, actor));
      const before = madeOf(live.state.ceremony);
      const composed = await compose(live.state, { signing, read: (file) => files.read(file), madeAt: Date.now() });
      for (const { content } of composed) await files.keep(content);
      orThrow(await live.decide(actor, (state) => {
        const decision = decideCopies(state, actor, composed.map(({ content: _bytes, ...copy }) => copy));
        // Somebody changed what the copies are made of while they were being made.
        return decision.ok && !isDeepStrictEqual(madeOf(state.ceremony), before) ? refuse('ceremony.stale') : decision;
      }));
    });
  }

  return {
    makeCopies,
    handlers: {
      ceremony: async (call) => {
        const { live: { state }, participant } = seatOf(call);
        return { you: participant.id, session: state.session, participants: Object.values(participantsFor(state, participant)), ceremony: state.ceremony };
      },
      ceremonyText: (call) => {
        const { live, participant } = seatOf(call);
        return gate.pass(live, call.request, async () => {
          orThrow(preparable(live.state, participant.id));
          const content = await buffer(bodyOf(call.request, limits.ceremonyTextBytes, pdfBytes));
          if (content.length > limits.ceremonyTextBytes) throw new RefusalError('file.tooLarge');
          const file = await files.keep(content);
          const { pages } = await checkPdf(await store.files.pathForReading(file));
          const { copy, language } = call.query;
          orThrow(await live.decide(participant.id, (state) => decideText(state, participant.id, { copy, language, file, bytes: content.length, pages })));
          return { file, pages };
        });
      },
      ceremonyCopies: async (call) => {
        const { live, participant } = seatOf(call);
        await makeCopies(live, participant.id);
      },
      ceremonyCopy: async (call) => {
        const { live: { state } } = seatOf(call);
        const side = sideOf(call.params['copy']);
        const copy = state.ceremony.copies[side];
        if (!copy) throw new RefusalError('ceremony.noCopy');
        await serveFile(store.files, {
          hash: copy.file, bytes: copy.bytes, mime: 'application/pdf', name: `${state.session.title} (${side.toUpperCase()}).pdf`, isImmutable: call.request.query['v'] === copy.file,
        }, call.request, call.response);
      },
      ceremonySign: async (call) => {
        const { socket } = call.request;
        await signatures.add(seatOf(call), { ...call.body, copy: sideOf(call.params['copy']), wanted: () => !socket.destroyed });
      },
      ceremonySeal: async (call) => {
        const { live, participant } = seatOf(call);
        await lanes.run(live.id, async () => {
          orThrow(sealable(live.state, participant.id));
          const { hash, seq } = (await store.log(live.id)).head;
          const at = Date.now();
          const { pdf: printed } = await printPdf(printOf(recordDocument(live.state, { hash, seq }), [], at));
          const { pdf } = await signing.seal(printed, { at });
          const file = await files.keep(pdf);
          orThrow(await live.decide(participant.id, (state) => decideSeal(state, participant.id, { file, bytes: pdf.length, head: { seq, hash } })));
        });
      },
      ceremonyRecord: async (call) => {
        const { live: { state: { session, ceremony: { record } } } } = seatOf(call);
        if (!record) throw new RefusalError('record.absent');
        await serveFile(store.files, { hash: record.file, bytes: record.bytes, mime: 'application/pdf', name: `${session.title} – record.pdf`, isImmutable: false }, call.request, call.response);
      },
    },
  };
}

function madeOf({ sides: both, values, texts, options }: Ceremony): Pick<Ceremony, 'sides' | 'values' | 'texts' | 'options'> {
  return { sides: both, values, texts, options };
}

function sideOf(text: string | undefined): Side {
  const side = sides.find((one) => one === text);
  if (!side) throw new RefusalError('ceremony.noCopy');
  return side;
}
