import { z } from 'zod';
import { country, id, language, line, personName, zone } from '../fields.ts';
import { limits } from '../limits.ts';
import { routePaths as at } from './paths.ts';
import { route } from './rows.ts';

const email = z.email().max(254).transform((text) => text.toLowerCase());
const password = z.string().min(12).max(200);

const administration = z.object({
  id, name: z.string(), country: z.string(), languages: z.array(z.string()),
});
export type AdministrationView = z.infer<typeof administration>;

/** Rights outside of sessions. member: none beyond their own; administrator: people of their administration; installation: all. */
export const rank = z.enum(['member', 'administrator', 'installation']);
export type Rank = z.infer<typeof rank>;

export const person = z.object({
  id, name: z.string(), email: z.string(), administration: id, language: z.string(), zone: z.string(), rank,
  state: z.enum(['invited', 'active', 'disabled']),
});
export type PersonView = z.infer<typeof person>;

const me = z.object({
  /** Absent: nobody is signed in. */
  person: person.optional(),
  administration: administration.optional(),
  guest: z.object({ session: id, participant: id, name: z.string() }).optional(),
  demo: z.boolean(),
  version: z.string(),
});
export type Me = z.infer<typeof me>;

const newAdministration = z.strictObject({ name: line(limits.nameChars), country, languages: z.array(language).min(1).max(8) });

export const identityRoutes = {
  me: route({ ...at.me, access: 'public', reply: me, doc: 'Who is signed in, if anyone.' }),
  signIn: route({
    // Of one address: a whole class may sit behind it. Guesses at one account are slowed down much earlier.
    ...at.signIn, access: 'public', perMinute: 60,
    body: z.strictObject({ email, password: z.string().max(200) }), reply: me,
    doc: 'Signs a person in with a new httpOnly cookie. Refused: identity.wrong, identity.disabled, identity.throttled.',
  }),
  signOut: route({ ...at.signOut, access: 'seated', doc: 'Ends this sign-in and its live connections.' }),
  signOutEverywhere: route({
    ...at.signOutEverywhere, access: 'person', doc: 'Ends every sign-in of this person, connections included.',
  }),
  changeMe: route({
    ...at.changeMe, access: 'person', body: z.strictObject({ name: personName, language, zone }).partial(), reply: me,
    doc: 'Changes how the person appears.',
  }),
  changePassword: route({
    ...at.changePassword, access: 'person', perMinute: 10,
    body: z.strictObject({ current: z.string().max(200), next: password }),
    doc: 'Sets a new password and ends every other sign-in. Refused: identity.wrong, password.weak.',
  }),
  setup: route({
    ...at.setup, access: 'public', perMinute: 30,
    reply: z.object({ purpose: z.enum(['first', 'account']), name: z.string().optional(), email: z.string().optional() }),
    doc: 'What a one-time link is for: the first administrator, or setting the password of an account. Refused: link.invalid, link.expired, link.used.',
  }),
  completeSetup: route({
    ...at.completeSetup, access: 'public', perMinute: 10,
    body: z.strictObject({
      password,
      /** For the first administrator. */
      person: z.strictObject({ name: personName, email, language, zone }).optional(),
      administration: newAdministration.optional(),
    }),
    reply: me, doc: 'Uses up a one-time link and signs the person in. Refused: link.*, password.weak, email.taken.',
  }),
  demoPeople: route({
    ...at.demoPeople, access: 'public',
    reply: z.object({ people: z.array(z.object({ id, name: z.string(), administration: z.string(), country: z.string(), description: z.string() })) }),
    doc: 'The people of the demonstration; an empty list when the installation is real.',
  }),
  demoSignIn: route({
    ...at.demoSignIn, access: 'public', perMinute: 60, body: z.strictObject({ person: id }), reply: me,
    doc: 'Signs in as a person of the demonstration. Refused: record.absent when the installation is real.',
  }),
  administrations: route({
    ...at.administrations, access: 'person', reply: z.object({ administrations: z.array(administration) }),
    doc: 'The administrations of this installation.',
  }),
  createAdministration: route({
    ...at.createAdministration, access: 'installation', body: newAdministration, reply: administration, doc: 'Adds an administration.',
  }),
  changeAdministration: route({
    ...at.changeAdministration, access: 'administrator', body: newAdministration.partial(), reply: administration,
    doc: 'Changes an administration; an administrator only their own.',
  }),
  people: route({
    ...at.people, access: 'administrator', reply: z.object({ people: z.array(person) }),
    doc: 'The people whom the caller manages: their administration\'s, or all.',
  }),
  createPerson: route({
    ...at.createPerson, access: 'administrator',
    body: z.strictObject({ name: personName, email, administration: id, language, zone, rank }),
    reply: z.object({ person, link: z.string() }),
    doc: 'Adds a person and answers a one-time link with which they set a password. Refused: email.taken, permission.denied.',
  }),
  changePerson: route({
    ...at.changePerson, access: 'administrator',
    body: z.strictObject({ name: personName, rank, disabled: z.boolean(), resetPassword: z.literal(true), signOut: z.literal(true) }).partial(),
    reply: z.object({ person, link: z.string().optional() }),
    doc: 'Changes, disables or enables a person, ends their sign-ins, or makes a new one-time link. Disabling ends sign-ins and connections.',
  }),
  directory: route({
    ...at.directory, access: 'person', query: z.strictObject({ q: z.string().max(100).optional() }),
    reply: z.object({ people: z.array(z.object({ id, name: z.string(), administration: id, administrationName: z.string(), country: z.string() })) }),
    doc: 'People of the installation by name, to invite them; at most 50.',
  }),
};
