import { createHash, randomBytes, randomUUID, timingSafeEqual } from 'node:crypto';

/** 256 bits from the system's generator. */
const SECRET_BYTES = 32;

export interface Token {
  /** Of the record that the token opens; no secret. */
  readonly id: string;
  /** What goes into the cookie or link, and nowhere else. */
  readonly text: string;
  /** What is kept: SHA-256 of the secret, hexadecimal. */
  readonly secretHash: string;
}

export function newToken(): Token {
  const id = randomUUID();
  const secret = randomBytes(SECRET_BYTES).toString('hex');
  return { id, text: `${id}.${secret}`, secretHash: hashOf(secret) };
}

const SHAPE = /^([0-9a-f-]{36})\.([0-9a-f]{64})$/;

/** The parts of a token that somebody brought; undefined when it is none. */
export function readToken(text: string): { readonly id: string; readonly secretHash: string } | undefined {
  const [, id, secret] = SHAPE.exec(text) ?? [];
  return id === undefined || secret === undefined ? undefined : { id, secretHash: hashOf(secret) };
}

export function sameHash(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one, 'hex'), Buffer.from(other, 'hex')];
  return a.length === b.length && timingSafeEqual(a, b);
}

function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}
