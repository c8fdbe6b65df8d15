// What set-up tells whoever waits: one line for a step that did something, nothing for one that had nothing to do.

/**
 * @typedef {object} Output
 * @property {boolean} isTTY
 * @property {(text: string) => unknown} write
 */

/**
 * Tells how far a step is.
 * @typedef {(done: number, total: number) => void} Progress
 */

const PATIENCE_MS = 20_000;

/** The step under way on a terminal, whose line is still open. */
let open = false;

/**
 * Seconds for people: one decimal below ten, minutes from one on.
 * @param {number} milliseconds
 * @returns {string}
 */
export function duration(milliseconds) {
  const seconds = milliseconds / 1000;
  if (seconds < 10) return `${seconds.toFixed(1)} s`;
  if (seconds < 60) return `${Math.round(seconds)} s`;
  const whole = Math.round(seconds);
  return `${Math.floor(whole / 60)} min ${whole % 60} s`;
}

/**
 * Turns counted progress into lines: all of them on a terminal, where they overwrite each other, and otherwise one for
 * each further tenth.
 * @param {string} title
 * @param {boolean} terminal
 * @returns {(done: number, total: number) => string | undefined} the line to write, if any
 */
export function progressLines(title, terminal) {
  let tenth = 0;
  return (done, total) => {
    if (terminal) return `\r\u001b[K${title} [${done}/${total}]`;
    const reached = Math.floor((done * 10) / total);
    if (reached <= tenth) return undefined;
    tenth = reached;
    return `${title} ${reached * 10} % [${done}/${total}]\n`;
  };
}

/**
 * Runs a step that has something to do, and writes its line.
 * @template T
 * @param {string} title what is being done
 * @param {(progress: Progress) => Promise<T>} work
 * @param {(result: T) => string} [outcome] what the line says when it is not the title
 * @param {Output} [output]
 * @returns {Promise<T>}
 */
export async function step(title, work, outcome = () => title, output = process.stdout) {
  const started = Date.now();
  const lines = progressLines(title, output.isTTY);
  if (output.isTTY) output.write(`${title} …`);
  open = output.isTTY;
  // In a log, a step that takes long says once that it is under way.
  const patience = setTimeout(() => output.isTTY || output.write(`${title} …\n`), PATIENCE_MS);
  try {
    const result = await work((done, total) => {
      clearTimeout(patience);
      const line = lines(done, total);
      if (line) output.write(line);
    });
    output.write(`${output.isTTY ? '\r\u001b[K' : ''}${outcome(result)} (${duration(Date.now() - started)})\n`);
    return result;
  } catch (error) {
    if (output.isTTY) output.write('\n');
    throw error;
  } finally {
    clearTimeout(patience);
    open = false;
  }
}

/**
 * Writes a remark on a line of its own.
 * @param {string} text
 */
export function remark(text) {
  process.stdout.write(`${open ? '\r\u001b[K' : ''}${text}\n`);
}
