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
const TAIL = /^,"prev":"[0-9a-f]{64}","hash":"([0-9a-f]{64})"\}$/;

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
  const own = hashOf(line);
  if (tailOf(line) === `,"prev":"${prev}","hash":"${own}"}`) return { ok: true, hash: own, more: hasMore(line) };
  return { ok: false, reason: isWholeLine(line) ? 'the line does not follow the one before' : 'the line does not match its hash' };
}

/** Whether a line is whole by itself, whatever stands before it. */
export function isWholeLine(line: Buffer): boolean {
  return TAIL.exec(tailOf(line))?.[1] === hashOf(line);
}

function hashOf(line: Buffer): string {
  return sha256(line.subarray(0, Math.max(0, line.length - HASH_FIELD_BYTES)));
}

function tailOf(line: Buffer): string {
  return line.toString('latin1', Math.max(0, line.length - TAIL_BYTES));
}

/** The entry of a checked line, without the log's own keys. */
export function entryOf(line: Buffer): Record<string, unknown> {
  const end = line.length - TAIL_BYTES;
  const body = line.toString('utf8', 0, hasMore(line) ? end - MORE.length : end);
  return JSON.parse(`${body}}`) as Record<string, unknown>;
}

function hasMore(line: Buffer): boolean {
  const end = line.length - TAIL_BYTES;
  return line.toString('latin1', end - MORE.length, end) === MORE;
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
