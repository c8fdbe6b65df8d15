import type { Refusal } from '../../protocol/errors.ts';

/** A refusal of the server where only an exception can travel: through the library's callbacks. */
export class RefusedError extends Error {
  override readonly name = 'RefusedError';
  readonly code: Refusal['code'];

  constructor(refusal: Refusal) {
    super(refusal.detail === undefined ? refusal.code : `${refusal.code}: ${refusal.detail}`);
    this.code = refusal.code;
  }
}
