import { crc32 } from 'node:zlib';

const NEWLINE = 0x0a;
const HEADER = /^([1-9]\d{0,9}) ([0-9a-f]{8}) $/;
/** Ten digits, a space, eight digits, a space. */
const LONGEST_HEADER = 20;

/** One line of a collection's journal: length in bytes, CRC-32, JSON. Any changed byte, and any missing end, is found by `unframe`. */
export function frame(json: string): Buffer {
  const payload = Buffer.from(json);
  return Buffer.concat([Buffer.from(`${payload.length} ${checksum(payload)} `), payload, Buffer.of(NEWLINE)]);
}

/** CRC-32 as eight hexadecimal digits. */
export function checksum(bytes: Uint8Array): string {
  return hex8(crc32(bytes));
}

export function hex8(value: number): string {
  return value.toString(16).padStart(8, '0');
}

/** The JSON of one line (without its newline), or undefined when the line is not whole. */
export function unframe(line: Buffer): Buffer | undefined {
  const start = line.toString('latin1', 0, LONGEST_HEADER);
  const header = HEADER.exec(start.slice(0, start.indexOf(' ', start.indexOf(' ') + 1) + 1));
  if (!header) return undefined;
  const payload = line.subarray(header[0].length);
  return payload.length === Number(header[1]) && checksum(payload) === header[2] ? payload : undefined;
}

export interface FrameScan {
  /** The JSON of every line up to the first bad one. */
  readonly payloads: readonly Buffer[];
  /** Bytes up to the first bad line. */
  readonly length: number;
  /**
   * What follows them. `torn`: an unfinished write, which was never acknowledged. `damaged`: a line that once was whole.
   * `middle`: the same, with whole lines after it.
   */
  readonly rest: 'nothing' | 'torn' | 'damaged' | 'middle';
}

/** Reads a journal's lines up to the first that is not whole, and says what kind of end that is. */
export function scanFrames(bytes: Buffer): FrameScan {
  const payloads: Buffer[] = [];
  let length = 0;
  while (length < bytes.length) {
    const end = bytes.indexOf(NEWLINE, length);
    const payload = end < 0 ? undefined : unframe(bytes.subarray(length, end));
    if (!payload) return { payloads, length, rest: kindOfRest(bytes.subarray(length)) };
    payloads.push(payload);
    length = end + 1;
  }
  return { payloads, length, rest: 'nothing' };
}

function kindOfRest(rest: Buffer): FrameScan['rest'] {
  for (let start = 0, end: number; (end = rest.indexOf(NEWLINE, start)) >= 0; start = end + 1) {
    if (unframe(rest.subarray(start, end))) return 'middle';
  }
  return endsUnfinished(rest) ? 'torn' : 'damaged';
}

/**
 * Whether bytes at the end of a file look like a write that a crash cut short: without a final newline, or with zeros (a block that
 * was given to the file and never filled; JSON has none).
 */
function endsUnfinished(rest: Uint8Array): boolean {
  return rest.indexOf(NEWLINE) < 0 || rest.includes(0);
}
