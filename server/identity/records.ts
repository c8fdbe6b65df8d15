import { z } from 'zod';
import { rank } from '../../protocol/routes/identity.ts';
import type { AdministrationView, PersonView } from '../../protocol/routes/identity.ts';

/** A tenant of the installation. */
export const administrationRecord = z.object({
  id: z.string(), name: z.string(), country: z.string(), languages: z.array(z.string()),
});
export type AdministrationRecord = z.infer<typeof administrationRecord>;

export const personRecord = z.object({
  id: z.string(), name: z.string(),
  /** Lower case; nobody else has it. */
  email: z.string(),
  administration: z.string(), language: z.string(), zone: z.string(), rank,
  disabled: z.boolean(),
  /** Argon2id, with its parameters. Absent until a one-time link was used, and for people of the demonstration. */
  password: z.string().optional(),
  createdAt: z.number(),
  /** Who this is in the demonstration, by language, for the page that offers its people. */
  description: z.record(z.string(), z.string()).optional(),
});
export type PersonRecord = z.infer<typeof personRecord>;

const signInCommon = {
  id: z.string(),
  /** SHA-256 of the cookie's secret; the secret itself is kept nowhere. */
  secretHash: z.string(),
  createdAt: z.number(), expiresAt: z.number(),
};
export const signInRecord = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('person'), ...signInCommon, person: z.string(), seenAt: z.number() }),
  z.object({
    kind: z.literal('guest'), ...signInCommon, session: z.string(), participant: z.string(), name: z.string(), invitation: z.string(),
  }),
]);
export type SignInRecord = z.infer<typeof signInRecord>;
export type PersonSignIn = Extract<SignInRecord, { kind: 'person' }>;
export type GuestSignIn = Extract<SignInRecord, { kind: 'guest' }>;

export const linkRecord = z.object({
  id: z.string(), secretHash: z.string(), purpose: z.enum(['first', 'account']),
  /** Whose password it sets; absent for the first administrator. */
  person: z.string().optional(),
  createdAt: z.number(), expiresAt: z.number(), usedAt: z.number().optional(), revokedAt: z.number().optional(),
});
export type LinkRecord = z.infer<typeof linkRecord>;

/** Whoever the demonstration brings or makes is told from real people by the id alone; real ids are UUIDs. */
const DEMO_PREFIX = 'demo-';

export function isDemoId(id: string): boolean {
  return id.startsWith(DEMO_PREFIX);
}

export function demoId(name: string): string {
  return `${DEMO_PREFIX}${name}`;
}

/** Whether somebody could sign in: nobody has disabled them, and they have set a password or need none. */
export function isActive(person: PersonRecord): boolean {
  return !person.disabled && (person.password !== undefined || isDemoId(person.id));
}

export function personView(person: PersonRecord): PersonView {
  const { id, name, email, administration, language, zone, rank: given } = person;
  const state = person.disabled ? 'disabled' : isActive(person) ? 'active' : 'invited';
  return { id, name, email, administration, language, zone, rank: given, state };
}

export function administrationView({ id, name, country, languages }: AdministrationRecord): AdministrationView {
  return { id, name, country, languages: [...languages] };
}
