import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator';
import type { SessionState } from '../../protocol/live/state.ts';

export interface CalendarFacts {
  readonly administrationName: string;
  /** The address that stands for the organiser. */
  readonly from: string;
  /** The page of the session. */
  readonly url: string;
}

/**
 * The session as a calendar file. Times are in universal time, so that every calendar shows them in its owner's zone;
 * the description names the host's.
 */
export function calendarOf(state: SessionState, { administrationName, from, url }: CalendarFacts): string {
  const { session } = state;
  const start = new Intl.DateTimeFormat('en-GB', { dateStyle: 'full', timeStyle: 'short', timeZone: session.zone }).format(session.startsAt);
  return ical({
    prodId: { company: 'Gangway', product: 'Gangway' },
    method: ICalCalendarMethod.PUBLISH,
    events: [{
      id: `${session.id}@gangway`, sequence: state.seq, summary: session.title, url,
      start: new Date(session.startsAt), end: new Date(session.endsAt), stamp: new Date(),
      location: url, description: `${url}\n\n${start} (${session.zone})`,
      organizer: { name: administrationName, email: addressOf(from) },
      status: session.phase === 'ended' && session.startedAt === undefined ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    }],
  }).toString();
}

/** MAIL_FROM may be "Name <address>". */
function addressOf(from: string): string {
  return /<([^<>]+)>\s*$/.exec(from)?.[1] ?? from;
}
