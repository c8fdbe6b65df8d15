import { refuse, RefusalError } from '../protocol/errors.ts';
import type { ErrorCode, Refusal, Result } from '../protocol/errors.ts';
import { StoreError } from './store/errors.ts';

/** The one place where a thrown error becomes a refusal that may leave the server. Undefined: a fault of ours. */
export function refusalOf(error: unknown): Refusal | undefined {
  if (error instanceof RefusalError) return error.refusal;
  if (error instanceof StoreError) return { code: storeCodes[error.code] ?? 'store.io' };
  return undefined;
}

/** For a message's acknowledgement: never the text of an unknown error. */
export function failure(error: unknown): ReturnType<typeof refuse> {
  const refusal = refusalOf(error);
  return refusal ? { ok: false, error: refusal } : refuse('server.fault');
}

/** The value of a result; its refusal is thrown, where only an exception can travel. */
export function orThrow<T>(result: Result<T>): T {
  if (!result.ok) throw new RefusalError(result.error.code, result.error.detail);
  return result.value;
}

const storeCodes: Readonly<Partial<Record<StoreError['code'], ErrorCode>>> = {
  'store.full': 'store.full',
  'store.readonly': 'store.readonly',
  'store.io': 'store.io',
  'store.closed': 'server.stopping',
  'log.damaged': 'session.damaged',
  'record.absent': 'record.absent',
  'file.absent': 'file.absent',
  'file.tooLarge': 'file.tooLarge',
  'file.hashDiffers': 'file.hashDiffers',
};
