import type { Part } from '../../../protocol/observation/evidence.ts';
import type { SessionId } from '../../../protocol/live/ids.ts';
import type { RouteBodyInput } from '../../../protocol/routes/table.ts';
import { call } from '../../app/api.ts';
import { upload } from '../../app/upload.ts';
import type { Answer } from '../../app/problem.ts';
import { newId } from '../../live/ids.ts';
import type { CapturePayload, Kept } from './item.ts';

/** Every payload of the table is JSON; its exact type says so only to its own row. */
type Payload = RouteBodyInput<'command'>['payload'];
export type Target = Pick<Kept, 'evidence' | 'version'>;

/** How far the server is with a part. */
export interface Arrived {
  readonly received: number;
  readonly stored: boolean;
}

/** What the queue asks of the server. It speaks HTTP alone, so that it works in the room and on the pages around it alike. */
export interface CaptureServer {
  register(id: string, capture: CapturePayload, signal: AbortSignal): Promise<Answer<unknown>>;
  /** Gives up an item whose bytes will never come. */
  discard(evidence: string): Promise<Answer<unknown>>;
  arrived(target: Target, part: Part, signal: AbortSignal): Promise<Answer<Arrived>>;
  send(target: Target, part: Part, offset: number, bytes: Blob, signal: AbortSignal, onProgress: (share: number) => void): Promise<Answer<Arrived>>;
}

/** A line that carries nothing for so long is taken for dead: browsers themselves may wait for minutes. */
const STALL_MS = 20_000;

export function captureServerOf(session: SessionId): CaptureServer {
  return {
    register: (id, capture, signal) => call('command', { params: { session }, body: { id, name: 'evidence.capture', payload: capture as Payload } }, signal),
    discard: (evidence) => call('command', { params: { session }, body: { id: newId(), name: 'evidence.discard', payload: { evidence } } }),
    arrived: ({ evidence, version }, part, signal) => call('uploadState', { params: { session, evidence, version, part } }, signal),
    send: ({ evidence, version }, part, offset, bytes, signal, onProgress) => withPatience(signal, (patient, alive) => upload('uploadPart', {
      params: { session, evidence, version, part }, query: { offset: String(offset) }, file: bytes, signal: patient,
      onProgress: (share) => {
        alive();
        onProgress(share);
      },
    })),
  };
}

async function withPatience<T>(signal: AbortSignal, act: (signal: AbortSignal, alive: () => void) => Promise<Answer<T>>): Promise<Answer<T>> {
  const stall = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const alive = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => stall.abort(), STALL_MS);
  };
  alive();
  const answer = await act(AbortSignal.any([signal, stall.signal]), alive);
  clearTimeout(timer);
  return !answer.ok && stall.signal.aborted && !signal.aborted ? { ok: false, error: { code: 'client.timeout' } } : answer;
}
