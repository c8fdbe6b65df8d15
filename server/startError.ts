import { StoreError } from './store/errors.ts';

/** Why the server cannot start, in words for whoever starts it; there is nothing to look up in a stack trace. */
export class StartError extends Error {}

/** A failed start in those words, when they are known. */
export function explainStart(error: unknown, dataDirectory: string): unknown {
  if (!(error instanceof StoreError)) return error;
  switch (error.code) {
    case 'store.locked':
      return new StartError(`${error.message}\nStop the other server, or choose another directory with the DATA_DIR setting.`, { cause: error });
    case 'store.readonly':
      return new StartError(`The data directory ${dataDirectory} cannot be written: ${error.message}\nGive this account the right to, or choose another with the DATA_DIR setting.`, { cause: error });
    case 'store.full':
      return new StartError(`There is no space left for the data directory ${dataDirectory}.`, { cause: error });
    case 'store.damaged':
      return new StartError(`The data in ${dataDirectory} is damaged: ${error.message}\nNothing was changed. Put a copy in its place, or look at the file that is named.`, { cause: error });
    default:
      return error;
  }
}
