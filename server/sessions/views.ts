import { may } from '../../protocol/kinds.ts';
import { holds } from '../../protocol/live/audience.ts';
import { isStranger } from '../../protocol/live/participants.ts';
import type { Participant } from '../../protocol/live/participants.ts';
import type { SessionState } from '../../protocol/live/state.ts';
import type { SessionDetails, SessionSummary } from '../../protocol/routes/sessions.ts';
import type { DirectoryEntry } from './directory.ts';
import type { People } from './ports.ts';

/** A line of the list of sessions, for one of its participants. */
export function summaryOf(entry: DirectoryEntry, participant: string, people: People): SessionSummary {
  const seat = entry.seats[participant]!;
  const known = Object.values(entry.seats).filter((one) => one.stranger === undefined);
  return {
    info: entry.info,
    administrationName: people.administration(entry.info.administration)?.name ?? '',
    role: seat.role,
    participant,
    participants: known.length,
    present: known.filter((one) => one.presence === 'in').length,
    mayManage: may(entry.info.kind, seat.role, 'session.manage'),
  };
}

/** The page of a session, for one pair of eyes. */
export function detailsOf(state: SessionState, viewer: Participant, people: People): SessionDetails {
  const known = Object.values(state.participants).filter((one) => !isStranger(one));
  return {
    summary: {
      info: state.session,
      administrationName: people.administration(state.session.administration)?.name ?? '',
      role: viewer.role,
      participant: viewer.id,
      participants: known.length,
      present: known.filter((one) => one.presence === 'in').length,
      mayManage: holds(state, viewer, 'session.manage'),
    },
    participants: participantsFor(state, viewer),
    decks: isOutside(viewer) ? [] : Object.values(state.decks),
  };
}

/**
 * As inside the session (protocol/live/audience.ts): strangers in the lobby, and who waits there, are for those who
 * admit. A guest who was never admitted, and who was sent away, sees nobody but themselves.
 */
function participantsFor(state: SessionState, viewer: Participant): Participant[] {
  if (isOutside(viewer)) return [viewer];
  const all = Object.values(state.participants);
  if (holds(state, viewer, 'lobby.manage')) return all;
  return all.filter((one) => !isStranger(one)).map((one) => {
    if (one.id === viewer.id) return one;
    const { lobby: _private, ...rest } = one;
    return rest;
  });
}

function isOutside(viewer: Participant): boolean {
  return isStranger(viewer) || viewer.presence === 'removed' || viewer.presence === 'banned';
}
