import { RefusalError } from '../../protocol/errors.ts';
import { hasRole } from '../../protocol/kinds.ts';
import type { MailState } from '../../protocol/mail.ts';
import type { Caller } from '../identity/caller.ts';
import type { RouteHandlers } from '../http/call.ts';
import { seatOf } from '../http/call.ts';
import type { LiveHost } from '../live/host.ts';
import type { LiveSession } from '../live/session.ts';
import type { Log } from '../log.ts';
import { invitationMail } from '../mail/invitation.ts';
import type { Mail } from '../mail/mail.ts';
import { calendarOf } from './calendar.ts';
import { removeGuests, takeSeat } from './guests.ts';
import { calendarFacts } from './handlers.ts';
import type { SessionHandlersOptions } from './handlers.ts';
import { invitationView } from './invitations.ts';
import type { Invitations, InvitationRecord } from './invitations.ts';
import type { Guests, People } from './ports.ts';
import { mayGive } from './schedule.ts';

export type InvitationRoute = 'invitations' | 'createInvitation' | 'revokeInvitation' | 'readInvitation' | 'acceptInvitation';

export interface InvitationHandlersOptions {
  readonly host: LiveHost;
  readonly invitations: Invitations;
  readonly people: People;
  readonly guests: Guests;
  readonly mail: Mail;
  readonly mailFrom: string;
  /** Who is behind a Cookie header in a session: a browser may hold several seats. */
  readonly callerOf: (cookie: string | undefined, session: string) => Promise<Caller>;
  readonly addressOf: SessionHandlersOptions['addressOf'];
  readonly log: Log;
}

export function invitationHandlers(options: InvitationHandlersOptions): RouteHandlers<InvitationRoute> {
  const { host, invitations, people, guests, mail } = options;
  return {
    invitations: async (call) => {
      const { live } = seatOf(call);
      return { invitations: invitations.of(live.id).map((one) => invitationView(one, live.state)) };
    },

    createInvitation: async (call) => {
      const { live, participant } = seatOf(call);
      const { role, label, expiresAt, email } = call.body;
      const { kind, phase } = live.state.session;
      if (phase === 'ended') throw new RefusalError('session.ended');
      if (!hasRole(kind, role)) throw new RefusalError('role.unknown', role);
      if (!mayGive(kind, participant.role, role)) throw new RefusalError('permission.denied', 'participant.assign');
      if (expiresAt <= Date.now()) throw new RefusalError('time.order', 'expiresAt');
      const { invitation, token } = await invitations.create({ session: live.id, label, role, expiresAt, createdBy: participant.id });
      const address = options.addressOf(call.request);
      const link = `${address}/invitation/${token}`;
      const view = { ...invitationView(invitation, live.state), link };
      return email === undefined ? view : { ...view, mail: await send(options, live, invitation, email, link, address) };
    },

    revokeInvitation: async (call) => {
      const { live, participant } = seatOf(call);
      const id = call.params['invitation'] ?? '';
      await invitations.revoke(live.id, id);
      await removeGuests(live, participant.id, id);
      await guests.endGuests(id);
      await mail.cancel(id);
    },

    readInvitation: async ({ params }) => {
      const { live, invitation } = await useable(params['token'], host, invitations);
      const { id, title, kind, administration, startsAt, endsAt, zone, languages } = live.state.session;
      return {
        session: id, title, kind, role: invitation.role, administrationName: people.administration(administration)?.name ?? '',
        startsAt, endsAt, zone, languages: [...languages],
      };
    },

    acceptInvitation: async ({ params, body, request, response }) => {
      const { live, invitation } = await useable(params['token'], host, invitations);
      const caller = await options.callerOf(request.headers.cookie, live.id);
      const { participant, isNewGuest } = await takeSeat(live, invitation, invitations, caller, body);
      if (isNewGuest) await guests.seatGuest(request, response, { session: live.id, participant, name: body.name, invitation: invitation.id });
      if (invitations.isRevoked(invitation.id)) {
        // Revoked in between: the seat is gone already, and so must be the cookie.
        await guests.endGuests(invitation.id);
        throw new RefusalError('link.revoked');
      }
      return { session: live.id, participant };
    },
  };
}

async function useable(
  token: string | undefined, host: LiveHost, invitations: Invitations,
): Promise<{ readonly live: LiveSession; readonly invitation: InvitationRecord }> {
  const invitation = await invitations.read(token ?? '');
  const live = await host.get(invitation.session);
  if (live.state.session.phase === 'ended') throw new RefusalError('session.ended');
  return { live, invitation };
}

/** The link is made whatever becomes of the mail. */
async function send(
  { people, mail, mailFrom, log }: InvitationHandlersOptions, live: LiveSession, invitation: InvitationRecord, to: string, link: string, address: string,
): Promise<MailState> {
  const { session } = live.state;
  const facts = calendarFacts(session, people, address, mailFrom);
  const calendar = { filename: 'session.ics', content: calendarOf(live.state, { ...facts, url: link }), contentType: 'text/calendar; charset=utf-8; method=PUBLISH' };
  const message = invitationMail({ to, session, administrationName: facts.administrationName, link, expiresAt: invitation.expiresAt, calendar });
  try {
    return await mail.send(message, invitation.id);
  } catch (error) {
    log.warn({ err: error }, 'an invitation could not be mailed');
    return 'failed';
  }
}
