import { createReadStream } from 'node:fs';
import { buffer } from 'node:stream/consumers';
import { RefusalError } from '../../../protocol/errors.ts';
import type { ParticipantId } from '../../../protocol/live/ids.ts';
import type { SessionState } from '../../../protocol/live/state.ts';
import { audiences } from '../../../protocol/observation/project.ts';
import type { NeededFiles } from '../../files/needed.ts';
import { discardRest, UploadGate } from '../../files/receive.ts';
import { seatOf } from '../../http/call.ts';
import type { RouteHandlers } from '../../http/call.ts';
import { decided, nothing } from '../../live/decide/decision.ts';
import type { Decision } from '../../live/decide/decision.ts';
import type { LiveSession } from '../../live/session.ts';
import { orThrow } from '../../refusal.ts';
import type { Store } from '../../store/store.ts';
import type { EvidenceFiles } from './kept.ts';
import { addressOf, nameOf, sendable } from './part.ts';
import type { KnownPart, PartAddress } from './part.ts';
import type { Receiver } from './receiver.ts';
import { beginsLike, SIGNATURE_BYTES } from './signature.ts';

/** Several cameras, each with a picture and its thumbnail, and lines that look alive after they have died; nobody takes the others' places. */
const UPLOADS_AT_ONCE_PER_SESSION = 24;
const UPLOADS_AT_ONCE_PER_PERSON = 4;

export interface UploadsOptions {
  readonly store: Store;
  readonly needed: NeededFiles;
  readonly files: EvidenceFiles;
  readonly receiver: Receiver;
}

type Progress = { readonly received: number; readonly stored: boolean };

export interface Uploads {
  readonly handlers: Pick<RouteHandlers, 'uploadState' | 'uploadPart'>;
  /** The bytes of a part from this machine's disk, for who made it; by the installation itself, and checked like any others. */
  attach(live: LiveSession, who: ParticipantId, address: PartAddress, path: string): Promise<void>;
}

/** Takes in the bytes of evidence, part by part, from who made it. Checked: length, hash, and that they are what they are said to be. */
export function openUploads({ store, needed, files, receiver }: UploadsOptions): Uploads {
  const ofSession = new UploadGate<LiveSession>(UPLOADS_AT_ONCE_PER_SESSION);
  const ofPerson = new UploadGate<string>(UPLOADS_AT_ONCE_PER_PERSON);

  /** All bytes are there: makes a file of them, and tells. Whatever is refused here is removed, and its maker may begin again. */
  async function complete(live: LiveSession, who: ParticipantId, { address, content }: KnownPart): Promise<Progress> {
    try {
      await files.claim(address, content.hash);
      await needed.place(content.hash, () => store.uploads.finish(nameOf(address), content.hash));
      const head = await store.files.open(content.hash, { start: 0, end: Math.min(SIGNATURE_BYTES, content.bytes) - 1 });
      if (!beginsLike(content.mime, await buffer(head.stream))) throw new RefusalError('file.broken');
      orThrow(await live.decide(who, (state) => decideStored(state, who, address)));
    } catch (error) {
      await files.release(address);
      throw error;
    }
    return { received: content.bytes, stored: true };
  }

  /** Where things stand. What arrived whole just before the server stopped is completed now. */
  async function progress(live: LiveSession, who: ParticipantId, address: PartAddress): Promise<Progress> {
    const { content, isStored } = orThrow(sendable(live.state, who, address));
    if (isStored) return { received: content.bytes, stored: true };
    const name = nameOf(address);
    const received = await store.uploads.size(name);
    if (received < content.bytes || receiver.isReading(name)) return { received, stored: false };
    return receiver.alone(name, async () => {
      const now = orThrow(sendable(live.state, who, address));
      return now.isStored ? { received, stored: true } : complete(live, who, now);
    });
  }

  async function append(live: LiveSession, who: ParticipantId, address: PartAddress, offset: number, body: AsyncIterable<Uint8Array>): Promise<Progress> {
    const name = nameOf(address);
    const part = orThrow(sendable(live.state, who, address));
    const { content } = part;
    if (part.isStored) return { received: content.bytes, stored: true };
    const { taken, size } = await store.uploads.append(name, offset, body, { maxBytes: content.bytes });
    if (!taken) throw new RefusalError('upload.offset', String(size));
    return size < content.bytes ? { received: size, stored: false } : complete(live, who, part);
  }

  return {
    handlers: {
      uploadState: (call) => {
        const { live, participant } = seatOf(call);
        return progress(live, participant.id, orThrow(addressOf(call.params)));
      },
      uploadPart: (call) => {
        const { live, participant } = seatOf(call);
        const { request } = call;
        return ofPerson.pass(`${live.id} ${participant.id}`, request, () => ofSession.pass(live, request, async () => {
          const address = orThrow(addressOf(call.params));
          const name = nameOf(address);
          try {
            orThrow(sendable(live.state, participant.id, address));
            const done = await receiver.receive(name, request, (body) => append(live, participant.id, address, call.query.offset, body));
            // A part that was there already has not been read.
            discardRest(request);
            return done;
          } catch (error) {
            if (isBar(error)) await receiver.alone(name, () => store.uploads.discard(name));
            throw error;
          }
        }));
      },
    },
    attach: async (live, who, address, path) => {
      await receiver.alone(nameOf(address), () => append(live, who, address, 0, createReadStream(path)));
    },
  };
}

function decideStored(state: SessionState, who: ParticipantId, address: PartAddress): Decision {
  const part = sendable(state, who, address);
  if (!part.ok) return part;
  const { evidence, version, part: its } = address;
  return part.value.isStored ? nothing : decided({ type: 'evidence.stored', data: { evidence, version, part: its }, audience: audiences.custody });
}

/** A consent is missing: what had arrived is not kept. */
function isBar(error: unknown): boolean {
  return error instanceof RefusalError && error.refusal.code.startsWith('capture.');
}
