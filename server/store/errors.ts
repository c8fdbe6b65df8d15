import { constants } from 'node:os';

/** Every way in which the store refuses or fails. The caller decides by code; the message is for the log and may name a file. */
const STORE_ERROR_CODES = [
  /** The directory is open in another process; the message names both. */
  'store.locked',
  /** No space left (or a quota, or a limit on file size). Works again by itself once there is space. */
  'store.full',
  /** The directory, or the disk under it, takes no writes. */
  'store.readonly',
  /** The disk failed in another way; `cause` holds the system's error. */
  'store.io',
  /** The store, or this part of it, is closed. */
  'store.closed',
  /** Files that hold acknowledged data are unreadable or missing; a person must look before anything is written. */
  'store.damaged',
  /** An entry's `seq` does not follow the head of its log. */
  'store.order',
  /** A collection's name, a session's or upload's id or a file's hash does not have the shape that may become part of a path. */
  'store.name',
  /** A collection was opened a second time with another schema. */
  'store.schema',
  /** No record has this id. */
  'record.absent',
  /** A record does not fit its collection's schema (in memory or on disk). */
  'record.invalid',
  /** An entry is no plain object, or uses a key that the log keeps for itself. */
  'log.entry',
  /** A line in the middle of the log is damaged: what is before it can be read, nothing can be appended. */
  'log.damaged',
  /** No file has this hash. */
  'file.absent',
  /** The content is longer than the caller allows. */
  'file.tooLarge',
  /** The asked part lies outside the file. */
  'file.range',
  /** What was uploaded is not the content that was announced. */
  'file.hashDiffers',
  /** Nothing of this upload is there. */
  'upload.absent',
] as const;

export type StoreErrorCode = (typeof STORE_ERROR_CODES)[number];

export class StoreError extends Error {
  readonly code: StoreErrorCode;

  constructor(code: StoreErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'StoreError';
    this.code = code;
  }
}

const CODE_OF_ERRNO: Readonly<Record<string, StoreErrorCode>> = {
  ENOSPC: 'store.full',
  EDQUOT: 'store.full',
  EFBIG: 'store.full',
  EROFS: 'store.readonly',
  EACCES: 'store.readonly',
  EPERM: 'store.readonly',
};

/** Gives a system error its place among the codes; a StoreError stays what it is. `doing` says what was tried, to what. */
export function toStoreError(error: unknown, doing: string): StoreError {
  if (error instanceof StoreError) return error;
  const errno = errnoOf(error);
  const code = (errno !== undefined && CODE_OF_ERRNO[errno]) || 'store.io';
  return new StoreError(code, `${doing}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
}

/** The system's name of an error (`ENOENT`), when it has one. */
export function errnoOf(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  // Node has no name for a quota that is used up, only its number.
  if ('errno' in error && error.errno === -constants.errno.EDQUOT) return 'EDQUOT';
  return 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}
