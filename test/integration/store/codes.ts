import { StoreError, type StoreErrorCode } from '../../../server/store/errors.ts';

/** How a promise ended: the code of a StoreError, or `resolved`; any other error is thrown on. */
export async function codeOf(work: Promise<unknown>): Promise<StoreErrorCode | 'resolved'> {
  try {
    await work;
    return 'resolved';
  } catch (error) {
    if (error instanceof StoreError) return error.code;
    throw error;
  }
}
