import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { seated } from '../../../../protocol/assessment/case/commands/plan.ts';
import type { CaseDocument } from '../../../../protocol/assessment/case/papers.ts';
import { mayRead, readersOf } from '../../../../protocol/assessment/case/project.ts';
import { accept, refuse, RefusalError } from '../../../../protocol/errors.ts';
import { limits } from '../../../../protocol/limits.ts';
import type { SessionState } from '../../../../protocol/live/state.ts';
import { bodyOf, UploadGate } from '../../../files/receive.ts';
import { serveFile } from '../../../files/serve.ts';
import { seatOf } from '../../../http/call.ts';
import type { RouteHandlers, Seat } from '../../../http/call.ts';
import { authorise } from '../../../live/authorise.ts';
import type { LiveSession } from '../../../live/session.ts';
import { orThrow } from '../../../refusal.ts';
import type { Store } from '../../../store/store.ts';
import { isExpected } from '../stages.ts';
import type { CaseFiles } from './kept.ts';
import { HEAD_BYTES, typeOf } from './types.ts';
import type { DocumentType } from './types.ts';

const AT_ONCE = 4;

/** The documents of cases: taken in, and served to those who may read them. */
export function documentHandlers(store: Store, files: CaseFiles): Pick<RouteHandlers, 'fileDocument' | 'caseDocument'> {
  const gate = new UploadGate<LiveSession>(AT_ONCE);
  return {
    fileDocument: (call) => {
      const seat = seatOf(call);
      const { title, name, stage, expected, private: isPrivate } = call.query;
      return gate.pass(seat.live, call.request, async () => {
        admitted(seat.live.state, seat);
        const type = typeOf(name);
        if (!type) throw new RefusalError('file.notAccepted');
        if (expected !== undefined && !isExpected(expected)) throw new RefusalError('case.absent', 'expected');
        const id = randomUUID();
        const file = await store.files.put(checked(call.request, type), { maxBytes: limits.caseDocumentBytes });
        await files.claim(id, seat.live.id, file);
        const side = isPrivate === 'yes' ? { side: seat.participant.administration } : {};
        const document: CaseDocument = {
          id, title, stage, ...(expected === undefined ? {} : { expected }), ...side, file: file.hash, bytes: file.size, mime: type.mime, name,
          by: seat.participant.id, at: Date.now(),
        };
        try {
          orThrow(await seat.live.decide(seat.participant.id, (state) => {
            admitted(state, seat);
            if (Object.keys(state.case.papers.documents).length >= limits.documentsPerCase) return refuse('case.limit', 'document');
            return accept([{ type: 'case.documentFiled', data: document, audience: readersOf(side) }]);
          }));
        } catch (error) {
          await files.release(id);
          throw error;
        }
        return { document: id };
      });
    },

    caseDocument: async (call) => {
      const { live, participant } = seatOf(call);
      const { documents } = live.state.case.papers;
      const id = call.params['document'] ?? '';
      const document = Object.hasOwn(documents, id) ? documents[id] : undefined;
      if (!document || !mayRead(document, participant)) throw new RefusalError('case.absent', 'document');
      const { file: hash, bytes, mime, name } = document;
      await serveFile(store.files, { hash, bytes, mime, name, isImmutable: true }, call.request, call.response);
    },
  };
}

/** Whether somebody may file documents now. */
function admitted(state: SessionState, { participant }: Seat): void {
  orThrow(authorise(state, participant.id, { ...seated, permission: 'case.write' }));
}

/** The body, once it has begun as its name says. */
function checked(request: IncomingMessage, type: DocumentType): AsyncIterable<Uint8Array> {
  return bodyOf(request, limits.caseDocumentBytes, async function* look(source) {
    let head = Buffer.alloc(0);
    let isKnown = false;
    for await (const chunk of source) {
      if (isKnown) {
        yield chunk;
        continue;
      }
      head = Buffer.concat([head, chunk]);
      if (head.length < HEAD_BYTES) continue;
      if (!type.fits(head)) throw new RefusalError('file.notAccepted');
      isKnown = true;
      yield head;
    }
    if (!isKnown) throw new RefusalError('file.notAccepted');
  });
}
