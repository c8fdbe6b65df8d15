import type { SessionInfo } from '../../../protocol/live/session.ts';
import type { Confirmation, ReportTexts, Side } from '../../../protocol/observation/report.ts';
import type { ReportFacts } from '../../../protocol/observation/reportFacts.ts';
import { sidesOf, standingOf } from './telling.ts';
import type { ReportSource, ReportStanding } from './telling.ts';

const REPORT_SCHEMA = 'gangway.observation-report/1';

/** A version of a report for other programs. Times are ms since the epoch; hashes SHA-256 in hexadecimal; ids are those of the log. */
export interface ReportJson {
  /** The number at its end rises when a program that reads the former could misread this. */
  readonly schema: typeof REPORT_SCHEMA;
  readonly session: Pick<SessionInfo, 'id' | 'title' | 'administration' | 'startsAt' | 'endsAt' | 'zone'>;
  /** How every time in here is written; the zone is the host's, in which the printed report tells them. */
  readonly times: { readonly unit: 'ms since 1970-01-01T00:00:00Z'; readonly zone: string };
  /** The administrations by name: who validates, and who observes. */
  readonly sides: { readonly host: string; readonly partner: readonly string[] };
  readonly version: {
    readonly number: number;
    readonly at: number;
    readonly by: string;
    /** The number of the version for which the facts were gathered from the log. */
    readonly factsOf: number;
    readonly standing: ReportStanding;
    readonly confirmed: Readonly<Partial<Record<Side, Confirmation>>>;
  };
  /** What people wrote. */
  readonly texts: ReportTexts;
  /** What follows from the log (protocol/observation/reportFacts.ts). */
  readonly facts: ReportFacts;
  /** Names by the ids that stand in texts and facts. */
  readonly people: Readonly<Record<string, { readonly name: string; readonly administration: string; readonly role: string }>>;
  /** The log when this was written: its last entry. */
  readonly log: { readonly seq: number; readonly hash: string };
}

export function reportJson(source: ReportSource): ReportJson {
  const { session, version, facts, head } = source;
  const { id, title, administration, startsAt, endsAt, zone } = session;
  const { number, at, by, factsOf, texts, confirmed } = version;
  return {
    schema: REPORT_SCHEMA, session: { id, title, administration, startsAt, endsAt, zone }, times: { unit: 'ms since 1970-01-01T00:00:00Z', zone }, sides: sidesOf(source),
    version: { number, at, by, factsOf, standing: standingOf(version), confirmed },
    texts, facts, people: peopleIn(source), log: { seq: head.seq, hash: head.hash },
  };
}

/** Those whom the report names; a guest in the lobby is none of its business. */
function peopleIn({ participants, version, facts }: ReportSource): ReportJson['people'] {
  const named = new Set(JSON.stringify([version, facts]).match(/[\w:.-]+/gu));
  return Object.fromEntries(Object.values(participants).filter((one) => named.has(one.id))
    .map((one) => [one.id, { name: one.name, administration: one.administrationName, role: one.role }]));
}
