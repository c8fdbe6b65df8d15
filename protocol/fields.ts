import { z } from 'zod';
import { limits } from './limits.ts';
import { kinds } from './kinds.ts';
import type { KindName, Role } from './kinds.ts';

/** Identifiers that travel: short, printable, never a path, and never the name of what every object has: they are keys of the state's records. */
export const id = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/).refine((text) => !(text in Object.prototype), 'reserved');
/** Made by the client for each command; what a command creates bears it. */
export const commandId = z.uuid();
export const hash = z.string().regex(/^[0-9a-f]{64}$/);

/** One line as people type it: trimmed, without control or direction-changing characters, never empty. */
export function line(max: number): z.ZodType<string, string> {
  return z.string().transform((text) => text.replace(/[\p{Cc}\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu, ' ').replace(/\s+/gu, ' ').trim())
    .pipe(z.string().min(1).max(max));
}
/** Several lines as people type them: line ends made alike, other control characters out; may be empty. */
export function prose(max: number): z.ZodType<string, string> {
  return z.string().transform((text) => text.replace(/\r\n?/gu, '\n').replace(/[^\P{Cc}\n]/gu, ' ').trim()).pipe(z.string().max(max));
}
/** The same, with something in it. */
export function text(max: number): z.ZodType<string, string> {
  return prose(max).pipe(z.string().min(1).max(max));
}
export const personName = line(limits.nameChars);
export const title = line(limits.titleChars);

/** BCP 47, as Intl knows it. */
export const language = z.string().max(35).refine((tag) => {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}, 'not a language tag');

/** IANA time zone. */
export const zone = z.string().max(64).refine((name) => {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).format(0) !== '';
  } catch {
    return false;
  }
}, 'not a time zone');

/** ISO 3166-1 alpha-2. */
export const country = z.string().regex(/^[A-Z]{2}$/);
/** ms since the epoch, within years that a session can have. */
export const time = z.int().min(Date.UTC(2020)).max(Date.UTC(2100));
export const fraction = z.number().min(0).max(1);

export const kindName = z.enum(Object.keys(kinds) as [KindName, ...KindName[]]);
const roleNames = [...new Set(Object.values(kinds).flatMap((kind) => Object.keys(kind.roles)))] as [Role, ...Role[]];
/** Any role of any kind; the decision checks that this session's kind has it. */
export const role = z.enum(roleNames);
