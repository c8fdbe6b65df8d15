import { minutesStanding } from '../../../../protocol/assessment/meeting/minutes.ts';
import type { MinutesStanding, MinutesVersion } from '../../../../protocol/assessment/meeting/minutes.ts';
import type { MinutesFacts } from '../../../../protocol/assessment/meeting/minutesFacts.ts';
import type { SessionInfo } from '../../../../protocol/live/session.ts';
import type { MinutesSource } from './telling.ts';

const MINUTES_SCHEMA = 'gangway.minutes/1';

/** A version of minutes for other programs. Times are ms since the epoch; ids are those of the log. */
export interface MinutesJson {
  /** The number at its end rises when a program that reads the former could misread this. */
  readonly schema: typeof MINUTES_SCHEMA;
  readonly session: Pick<SessionInfo, 'id' | 'title' | 'administration' | 'startsAt' | 'endsAt' | 'zone'>;
  readonly version: Omit<MinutesVersion, 'texts'> & { readonly standing: MinutesStanding };
  /** What people wrote. */
  readonly texts: MinutesVersion['texts'];
  /** What follows from the log (protocol/assessment/meeting/minutesFacts.ts). */
  readonly facts: MinutesFacts;
  /** Names by the ids of people that stand in texts and facts. */
  readonly people: Readonly<Record<string, { readonly name: string; readonly administration: string; readonly role: string }>>;
  /** The log when this was written: its last entry. */
  readonly log: { readonly seq: number; readonly hash: string };
}

export function minutesJson({ session, participants, version, facts, head }: MinutesSource): MinutesJson {
  const { id, title, administration, startsAt, endsAt, zone } = session;
  const { texts, ...rest } = version;
  // A guest in the lobby is none of its business.
  const named = new Set(JSON.stringify([version, facts]).match(/[\w:.-]+/gu));
  return {
    schema: MINUTES_SCHEMA, session: { id, title, administration, startsAt, endsAt, zone }, version: { ...rest, standing: minutesStanding(version) }, texts, facts,
    people: Object.fromEntries(Object.values(participants).filter((one) => named.has(one.id))
      .map((one) => [one.id, { name: one.name, administration: one.administrationName, role: one.role }])),
    log: { seq: head.seq, hash: head.hash },
  };
}
