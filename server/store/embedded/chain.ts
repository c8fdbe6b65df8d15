import { hash } from 'node:crypto';
import type { LogHead } from '../store.ts';

/**
 * A log's line is the entry's JSON with three keys of the log's own at its end:
 *
 *   {"seq":1,…,"more":true,"prev":"<hash of the line before>","hash":"<SHA-256 of all that precedes ,"hash" in this line>"}
 *
 * `more` stands in every line of one append but the last, so that a crash cannot leave half of it. Each byte of a line is vouched
 * for by its own hash, and each line by the one after it.
 */
export const RESERVED_KEYS: readonly string[] = ['more', 'prev', 'hash'];

const DIGITS = 64;
const MORE = ',"more":true';
const HASH_FIELD_BYTES = `,"hash":"${'0'.repeat(DIGITS)}"}`.length;
const TAIL_BYTES = `,"prev":"${'0'.repeat(DIGITS)}"`.length + HASH_FIELD_BYTES;
const TAIL = /^,"prev":"([0-9a-f]{64})","hash":"([0-9a-f]{64})"\}$/;

/** What the first line of a session's log follows; so a log cannot be passed off as another session's. */
export function genesis(session: string): string {
  return sha256(Buffer.from(`gangway session log ${session}`));
}

/** Makes a line, newline included, of an entry's JSON (an object with at least one key). */
export function seal(json: string, prev: string, more: boolean): { readonly bytes: Buffer; readonly hash: string } {
  const body = `${json.slice(0, -1)}${more ? MORE : ''},"prev":"${prev}"`;
  const own = sha256(body);
  return { bytes: Buffer.from(`${body},"hash":"${own}"}\n`), hash: own };
}

export type LineCheck =
  | { readonly ok: true; readonly hash: string; readonly more: boolean }
  | { readonly ok: false; readonly reason: string };

/** Checks a line (without its newline) against the hash of the line before. */
export function checkLine(line: Buffer, prev: string): LineCheck {
  const own = ownHash(line);
  if (!own) return { ok: false, reason: 'the line does not match its hash' };
  if (own.prev !== prev) return { ok: false, reason: 'the line does not follow the one before' };
  const more = line.toString('latin1', line.length - TAIL_BYTES - MORE.length, line.length - TAIL_BYTES) === MORE;
  return { ok: true, hash: own.hash, more };
}

/** Whether a line is whole by itself, whatever stands before it. */
export function isWholeLine(line: Buffer): boolean {
  return ownHash(line) !== undefined;
}

function ownHash(line: Buffer): { prev: string; hash: string } | undefined {
  const tail = TAIL.exec(line.toString('latin1', Math.max(0, line.length - TAIL_BYTES)));
  const [, prev, own] = tail ?? [];
  if (prev === undefined || own === undefined) return undefined;
  return sha256(line.subarray(0, line.length - HASH_FIELD_BYTES)) === own ? { prev, hash: own } : undefined;
}

/** The entry of a checked line, without the log's own keys. */
export function entryOf(line: Buffer): Record<string, unknown> {
  const { more: _more, prev: _prev, hash: _hash, ...entry } = JSON.parse(line.toString()) as Record<string, unknown>;
  return entry;
}

export type ChainCheck =
  | { readonly ok: true; readonly head: LogHead }
  | { readonly ok: false; readonly line: number; readonly reason: string };

/**
 * Checks a whole log, line by line as they stand in the file (without newlines): hashes, links and numbers. Lines missing at the end
 * can only be found by comparing the head with one that was noted elsewhere.
 */
export function verifyChain(session: string, lines: Iterable<string | Uint8Array>): ChainCheck {
  let head: LogHead = { seq: 0, hash: genesis(session) };
  for (const raw of lines) {
    const line = typeof raw === 'string' ? Buffer.from(raw) : Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength);
    const number = head.seq + 1;
    const check = checkLine(line, head.hash);
    if (!check.ok) return { ok: false, line: number, reason: check.reason };
    if (entryOf(line)['seq'] !== number) return { ok: false, line: number, reason: 'the number does not follow the one before' };
    head = { seq: number, hash: check.hash };
  }
  return { ok: true, head };
}

function sha256(data: string | Uint8Array): string {
  return hash('sha256', data);
}
