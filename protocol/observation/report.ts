import type { Role } from '../kinds.ts';
import type { SessionEvent } from '../live/event.ts';
import type { ParticipantId } from '../live/ids.ts';
import type { Participant } from '../live/participants.ts';
import type { SessionInfo } from '../live/session.ts';
import type { ReportFacts } from './reportFacts.ts';
import type { CriterionId } from './ids.ts';

/** host: the administration that validates; partner: those who observe. */
export const sides = ['host', 'partner'] as const;
export type Side = (typeof sides)[number];
/** What each side alone writes. */
export const ownView = { host: 'hostView', partner: 'partnerView' } as const satisfies Record<Side, keyof ReportTexts>;

/** Who leads a side, and may confirm for it. */
const leads: Readonly<Partial<Record<Role, Side>>> = { hostLead: 'host', leadObserver: 'partner' };

/**
 * The side that somebody speaks for: the administration that hosts the session validates, all others observe. A lead speaks
 * for a side only where role and administration agree; else for none (a host lead who came by a link, a lead observer of the hosts' own).
 */
export function sideOf(session: Pick<SessionInfo, 'administration'>, one: Pick<Participant, 'administration' | 'role'>): Side | undefined {
  const side = one.administration === session.administration ? 'host' : 'partner';
  return (leads[one.role] ?? side) === side ? side : undefined;
}

/** The views that are not this side's to write: the other's, or both. */
export function foreignViews(side: Side | undefined): readonly (typeof ownView)[Side][] {
  return sides.filter((one) => one !== side).map((one) => ownView[one]);
}

/** What people write into the report; everything else in it comes from the log. */
export interface ReportTexts {
  readonly summary: string;
  readonly jointConclusions: string;
  /** Each side's own view, written by that side alone. */
  readonly hostView: string;
  readonly partnerView: string;
  /** A remark for each criterion. */
  readonly criteria: Readonly<Record<CriterionId, string>>;
}

export interface Confirmation {
  readonly by: ParticipantId;
  readonly at: number;
}

/** A version is never changed: every edit makes the next one. */
export interface ReportVersion {
  /** 1, 2, 3 … */
  readonly number: number;
  readonly at: number;
  readonly by: ParticipantId;
  /** The number of the version at which its facts were gathered. */
  readonly factsOf: number;
  readonly texts: ReportTexts;
  readonly confirmed: Readonly<Partial<Record<Side, Confirmation>>>;
}

export interface Report {
  /** The oldest first. */
  readonly versions: readonly ReportVersion[];
  /**
   * By the number of the version at which they were gathered: the newest, and those of what both sides confirmed last. They may be
   * megabytes, so that all others stand in the log alone.
   */
  readonly facts: Readonly<Record<number, ReportFacts>>;
}

export interface ReportEvents {
  'report.built': { number: number; facts: ReportFacts; texts: ReportTexts };
  'report.edited': { number: number; factsOf: number; texts: ReportTexts };
  'report.confirmed': { number: number; side: Side };
}

export const noTexts: ReportTexts = { summary: '', jointConclusions: '', hostView: '', partnerView: '', criteria: {} };
export const initialReport: Report = { versions: [], facts: {} };

export function reduceReport(report: Report, event: SessionEvent): Report {
  const made = { at: event.at, by: event.actor, confirmed: {} };
  switch (event.type) {
    case 'report.built': {
      const { number, facts, texts } = event.data;
      return { versions: [...report.versions, { ...made, number, factsOf: number, texts }], facts: { ...agreedFacts(report), [number]: facts } };
    }
    case 'report.edited': return { ...report, versions: [...report.versions, { ...made, ...event.data }] };
    case 'report.confirmed': return {
      ...report,
      versions: report.versions.map((one) => one.number === event.data.number
        ? { ...one, confirmed: { ...one.confirmed, [event.data.side]: { by: event.actor, at: event.at } } }
        : one),
    };
    default: return report;
  }
}

/** The facts of the newest version that both sides have confirmed. */
function agreedFacts({ versions, facts }: Report): Report['facts'] {
  const agreed = versions.findLast(({ confirmed }) => sides.every((side) => confirmed[side]));
  const its = agreed && facts[agreed.factsOf];
  return its ? { [agreed.factsOf]: its } : {};
}

export function latest(report: Report): ReportVersion | undefined {
  return report.versions.at(-1);
}
