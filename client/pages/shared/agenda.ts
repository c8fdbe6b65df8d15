import type { SessionSummary } from '../../../protocol/routes/sessions.ts';

const runsOverMs = 4 * 3_600_000;

/** Sessions that are still to come or under way: live first, then the open ones, then by their start. */
export function comingUp(sessions: readonly SessionSummary[], now: number): readonly SessionSummary[] {
  const urgency = { live: 0, open: 1, scheduled: 2, ended: 3 } as const;
  return sessions
    .filter(({ info }) => info.phase === 'live' || info.phase === 'open' || (info.phase === 'scheduled' && info.endsAt + runsOverMs > now))
    .toSorted((a, b) => urgency[a.info.phase] - urgency[b.info.phase] || a.info.startsAt - b.info.startsAt || a.info.title.localeCompare(b.info.title));
}

/** Sessions that are over, or whose time passed without anybody opening them: the last one first. */
export function past(sessions: readonly SessionSummary[], now: number): readonly SessionSummary[] {
  const coming = new Set(comingUp(sessions, now));
  return sessions.filter((session) => !coming.has(session)).toSorted((a, b) => b.info.startsAt - a.info.startsAt);
}
