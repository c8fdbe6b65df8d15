import { z } from 'zod';
import { commandId, country, hash, id, kindName, language, line, personName, role, time, title } from '../fields.ts';
import { limits } from '../limits.ts';
import { schedule } from '../commands/session.ts';
import type { Deck } from '../live/decks.ts';
import type { Participant } from '../live/participants.ts';
import type { SessionInfo } from '../live/session.ts';
import { routePaths as at } from './paths.ts';
import { route } from './rows.ts';

/** A session as its list shows it to one of its participants. */
const sessionSummary = z.object({
  info: z.custom<SessionInfo>(), administrationName: z.string(), role: z.string(), participant: id, participants: z.int(), present: z.int(),
  mayManage: z.boolean(),
});
export type SessionSummary = z.infer<typeof sessionSummary>;

/** A session as its page shows it before the door; what the caller may not see is left out. */
const sessionDetails = z.object({
  summary: sessionSummary,
  participants: z.array(z.custom<Participant>()),
  decks: z.array(z.custom<Deck>()),
});
export type SessionDetails = z.infer<typeof sessionDetails>;

const invitation = z.object({
  id, label: z.string(), role: z.string(), expiresAt: z.number(), revoked: z.boolean(), guests: z.int(), link: z.string().optional(),
  /** What became of the mail, when one was asked for. queued: the mail server is out of reach just now, it is tried again. */
  mail: z.enum(['sent', 'queued', 'failed']).optional(),
});
export type InvitationView = z.infer<typeof invitation>;

const deckQuery = z.strictObject({ title, language });

export const sessionRoutes = {
  sessions: route({
    ...at.sessions, access: 'seated', reply: z.object({ sessions: z.array(sessionSummary) }),
    doc: 'The sessions in which the caller has a seat.',
  }),
  createSession: route({
    ...at.createSession, access: 'person',
    body: z.strictObject({ kind: kindName, ...schedule, participants: z.array(z.strictObject({ person: id, role })).max(limits.participantsPerSession) }),
    reply: sessionDetails, doc: 'Schedules a session that the caller hosts for their administration. Refused: time.order, role.unknown.',
  }),
  session: route({
    ...at.session, access: { session: 'session.attend' }, reply: sessionDetails,
    doc: 'A session as the caller may see it before entering.',
  }),
  command: route({
    ...at.command, access: { session: 'session.attend' },
    body: z.strictObject({ id: commandId, name: z.string().max(64), payload: z.json() }), reply: z.object({ seq: z.int() }),
    doc: 'A command of the protocol table from somebody who is not connected; the same checks as on the socket.',
  }),
  addParticipants: route({
    ...at.addParticipants, access: { session: 'participant.assign' },
    body: z.strictObject({ people: z.array(z.strictObject({ person: id, role })).min(1).max(limits.participantsPerSession) }),
    reply: sessionDetails, doc: 'Puts people on the list with a role.',
  }),
  invitations: route({
    ...at.invitations, access: { session: 'invitation.manage' },
    reply: z.object({ invitations: z.array(invitation) }), doc: 'The invitation links of a session.',
  }),
  createInvitation: route({
    ...at.createInvitation, access: { session: 'invitation.manage' },
    body: z.strictObject({ label: line(limits.nameChars), role, expiresAt: time, email: z.email().max(254).optional() }),
    reply: invitation, doc: 'A signed link for one session and one role; only this answer holds it. Mailed when an address is given.',
  }),
  revokeInvitation: route({
    ...at.revokeInvitation, access: { session: 'invitation.manage' },
    doc: 'Revokes a link; guests who came by it are taken out.',
  }),
  readInvitation: route({
    ...at.readInvitation, access: 'public', perMinute: 30,
    reply: z.object({ session: id, title: z.string(), kind: z.string(), role: z.string(), administrationName: z.string(), startsAt: z.number(), endsAt: z.number(), zone: z.string(), languages: z.array(z.string()) }),
    doc: 'What an invitation is for. Refused: link.invalid, link.expired, link.revoked, session.ended.',
  }),
  acceptInvitation: route({
    ...at.acceptInvitation, access: 'public', perMinute: 10,
    body: z.strictObject({ name: personName, administrationName: line(limits.nameChars), country, language }),
    reply: z.object({ session: id, participant: id }),
    doc: 'Takes a guest\'s seat: a cookie for this session alone. Refused: link.*, session.ended, session.full.',
  }),
  calendar: route({
    ...at.calendar, access: { session: 'session.attend' }, doc: 'The session as a calendar file.',
  }),
  createDeck: route({
    ...at.createDeck, access: { session: 'deck.manage' }, query: deckQuery, upload: true,
    reply: z.object({ deck: id, pages: z.int(), file: hash }),
    doc: 'Uploads a PDF as a new deck. Refused: file.notPdf, file.broken, file.encrypted, file.tooLarge, file.tooManyPages, file.timeout, deck.limit, store.full.',
  }),
  addDeckVersion: route({
    ...at.addDeckVersion, access: { session: 'deck.manage' },
    query: z.strictObject({ language }), upload: true, reply: z.object({ deck: id, pages: z.int(), file: hash }),
    doc: 'Uploads another language version. Refused as createDeck, and deck.pagesDiffer.',
  }),
  deckFile: route({
    ...at.deckFile, access: { session: 'session.attend', inside: true, orHolds: 'deck.manage' },
    doc: 'The PDF of a deck\'s language version, with byte ranges; for those inside, and for who manages decks.',
  }),
};
