/** A set-up step that cannot go on: what happened, and what the reader can do about it. */
export class SetupError extends Error {
  /**
   * @param {string} message what happened, to what
   * @param {string} [remedy] what to do next
   */
  constructor(message, remedy) {
    super(remedy ? `${message}\n${remedy}` : message);
    this.name = 'SetupError';
  }
}

/**
 * Explains any failure in words for whoever typed the command.
 * @param {unknown} error
 * @returns {string}
 */
export function explain(error) {
  if (error instanceof SetupError) return error.message;
  if (!(error instanceof Error)) return String(error);
  const { code, path } = /** @type {NodeJS.ErrnoException} */ (error);
  const where = path ? ` (${path})` : '';
  if (code === 'ENOSPC' || code === 'EDQUOT') {
    return `The disk is full${where}.\nFree some space and run the command again; it goes on where it stopped.`;
  }
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') {
    return `No permission to write${where}.\nGive this account the right to it, or set GANGWAY_CACHE to a directory of its own.`;
  }
  return error.stack ?? error.message;
}
